@NullMarked
package org.roentgen.dicom.object.waveform;

import org.jspecify.annotations.NullMarked;
