package org.roentgen.dicom.codec.jpegls;

import java.util.List;

/**
 * A scan header with the parameters in force (T.87 C.2.3).
 *
 * @param components positions in the frame header of the scan's components
 * @param interleave 0 none, 1 by line, 2 by sample
 * @param pointTransform low bits that the encoder dropped
 * @param parameters thresholds and tolerance
 * @param offset where the coded data begins
 */
record ScanHeader(
        List<Integer> components, int interleave, int pointTransform, CodingParameters parameters, int offset) {
    ScanHeader {
        components = List.copyOf(components);
    }
}
