/** Dataset imports and versions. */
@NullMarked
package org.roentgen.api.dataset;

import org.jspecify.annotations.NullMarked;
