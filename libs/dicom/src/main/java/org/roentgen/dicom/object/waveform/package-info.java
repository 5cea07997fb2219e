/** Electrocardiograms and other waveforms, read into physical units (PS3.3 A.34, C.10.8 to C.10.10). */
@NullMarked
package org.roentgen.dicom.object.waveform;

import org.jspecify.annotations.NullMarked;
