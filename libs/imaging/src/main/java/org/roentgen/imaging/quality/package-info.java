/** What may be wrong with a data set: duplicates, leaks, mirrored images, doubtful labels, odd intensities and sizes. */
@NullMarked
package org.roentgen.imaging.quality;

import org.jspecify.annotations.NullMarked;
