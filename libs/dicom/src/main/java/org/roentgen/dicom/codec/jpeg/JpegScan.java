package org.roentgen.dicom.codec.jpeg;

import java.util.List;

/**
 * A scan header with the tables in force when it was met (T.81 B.2.3).
 *
 * @param components the scan's components with their tables
 * @param predictor Ss: predictor selection of the lossless process
 * @param pointTransform Al: bits that the lossless process dropped
 * @param restartInterval coded units between restart markers, or 0
 * @param offset where the entropy-coded data begins
 */
record JpegScan(List<Part> components, int predictor, int pointTransform, int restartInterval, int offset) {
    /**
     * One component of a scan.
     *
     * @param component its frame header entry
     * @param dc table of DC differences, or of differences in the lossless process
     * @param ac table of AC coefficients; the same as {@code dc} in the lossless process
     * @param quantization the quantization table in zigzag order; empty in the lossless process
     */
    record Part(JpegComponent component, HuffmanTable dc, HuffmanTable ac, int[] quantization) {}

    JpegScan {
        components = List.copyOf(components);
    }
}
