/** Pixels of a data set: frames as stored values, and frames as they are shown (PS3.3 C.7.6.3, C.11). */
@NullMarked
package org.roentgen.dicom.pixel;

import org.jspecify.annotations.NullMarked;
