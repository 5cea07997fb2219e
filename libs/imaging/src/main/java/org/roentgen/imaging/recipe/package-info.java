/** One preprocessing, described by one JSON document, for training and inference alike; and the way back to the image's grid. */
@NullMarked
package org.roentgen.imaging.recipe;

import org.jspecify.annotations.NullMarked;
