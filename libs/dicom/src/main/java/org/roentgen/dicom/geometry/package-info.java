/** Where pixels lie in the patient: planes, regular volumes and orientation (PS3.3 C.7.6.2), all in LPS millimetres. */
@NullMarked
package org.roentgen.dicom.geometry;

import org.jspecify.annotations.NullMarked;
