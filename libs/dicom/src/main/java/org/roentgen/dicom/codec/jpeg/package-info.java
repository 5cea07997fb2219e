/** JPEG decoding: baseline, extended sequential of 8 and 12 bits, and lossless, Huffman coded (ITU-T T.81). */
@NullMarked
package org.roentgen.dicom.codec.jpeg;

import org.jspecify.annotations.NullMarked;
