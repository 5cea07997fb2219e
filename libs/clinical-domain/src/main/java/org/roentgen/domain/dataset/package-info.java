@NullMarked
package org.roentgen.domain.dataset;

import org.jspecify.annotations.NullMarked;
