package org.roentgen.dicom.codec.jpeg;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roentgen.dicom.codec.MalformedFrameException;

/**
 * A scan header with the tables in force when it was met (T.81 B.2.3).
 *
 * @param components the scan's components with their tables
 * @param first Ss: predictor selection of the lossless process, first coefficient of a progressive scan
 * @param last Se: last coefficient of a progressive scan
 * @param refines true where Ah says that a progressive scan adds a bit to coefficients that came before
 * @param pointTransform Al: bits that the lossless process dropped or a progressive scan leaves for later ones
 * @param restartInterval coded units between restart markers, or 0
 * @param offset where the entropy-coded data begins
 */
record JpegScan(
        List<Part> components,
        int first,
        int last,
        boolean refines,
        int pointTransform,
        int restartInterval,
        int offset) {
    /**
     * One component of a scan.
     *
     * @param component its frame header entry
     * @param dc table of DC differences, or of differences in the lossless process; null if it was not defined
     * @param ac table of AC coefficients; null if it was not defined
     * @param quantization the quantization table in zigzag order; empty in the lossless process
     */
    record Part(
            JpegComponent component,
            @Nullable HuffmanTable dc,
            @Nullable HuffmanTable ac,
            int[] quantization) {
        HuffmanTable dcTable() throws MalformedFrameException {
            return defined(dc);
        }

        HuffmanTable acTable() throws MalformedFrameException {
            return defined(ac);
        }

        private static HuffmanTable defined(@Nullable HuffmanTable table) throws MalformedFrameException {
            if (table == null) {
                throw new MalformedFrameException("JPEG", -1, "a scan uses a Huffman table that was not defined");
            }
            return table;
        }
    }

    JpegScan {
        components = List.copyOf(components);
    }
}
