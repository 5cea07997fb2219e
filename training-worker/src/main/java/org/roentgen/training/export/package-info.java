/** Packages for other systems: more of the way from image to answer inside the graph. */
@NullMarked
package org.roentgen.training.export;

import org.jspecify.annotations.NullMarked;
