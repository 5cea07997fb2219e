/** How a segmentation network is run over an image: the same in the training worker's evaluation and at inference. */
@NullMarked
package org.roentgen.imaging.prediction;

import org.jspecify.annotations.NullMarked;
