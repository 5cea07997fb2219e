/** Cases of a dataset version: read from the object store, preprocessed, measured. */
@NullMarked
package org.roentgen.training.dataset;

import org.jspecify.annotations.NullMarked;
