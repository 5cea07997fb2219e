@NullMarked
package org.roentgen.dicom.object.contour;

import org.jspecify.annotations.NullMarked;
