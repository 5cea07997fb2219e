/** From masks to closed outlines and back, in pixel coordinates: pixel centres lie at whole numbers, x along a row, y down the columns. */
@NullMarked
package org.roentgen.dicom.object.contour;

import org.jspecify.annotations.NullMarked;
