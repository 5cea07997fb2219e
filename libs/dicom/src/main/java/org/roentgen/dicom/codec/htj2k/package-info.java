/** High-throughput JPEG 2000 (ITU-T T.814) by the native decoder of FFmpeg. */
@NullMarked
package org.roentgen.dicom.codec.htj2k;

import org.jspecify.annotations.NullMarked;
