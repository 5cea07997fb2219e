/** JPEG-LS decoding, lossless and near-lossless, and lossless encoding (ITU-T T.87). */
@NullMarked
package org.roentgen.dicom.codec.jpegls;

import org.jspecify.annotations.NullMarked;
