/** From the instances of a DICOM series to a volume. */
@NullMarked
package org.roentgen.imaging.series;

import org.jspecify.annotations.NullMarked;
