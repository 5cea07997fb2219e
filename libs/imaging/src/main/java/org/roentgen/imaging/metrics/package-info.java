/** How good a segmentation or classification is, with confidence intervals. */
@NullMarked
package org.roentgen.imaging.metrics;

import org.jspecify.annotations.NullMarked;
