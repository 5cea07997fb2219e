package org.roentgen.dicom.codec.jpeg2000;

import org.roentgen.dicom.codec.MalformedFrameException;
import org.roentgen.dicom.codec.MarkerReader;

/**
 * Coding style of a component, SPcod or SPcoc (T.800 A.6.1).
 *
 * @param levels decomposition levels
 * @param blockWidth exponent of the nominal code-block width
 * @param blockHeight exponent of the nominal code-block height
 * @param passes code-block style flags
 * @param reversible true for the 5-3 wavelet, false for the 9-7
 * @param precincts for each resolution a byte: exponent of the width in the low nibble, of the height in the high one
 */
record ComponentStyle(int levels, int blockWidth, int blockHeight, int passes, boolean reversible, String precincts) {
    static final int BYPASS = 1;
    static final int RESET = 2;
    static final int TERMINATE = 4;
    static final int CAUSAL = 8;
    static final int SEGMENTATION_SYMBOLS = 32;
    static final int HIGH_THROUGHPUT = 64;
    private static final int KNOWN = 127;

    static ComponentStyle read(MarkerReader reader, boolean withPrecincts) throws MalformedFrameException {
        int levels = reader.octet();
        int width = reader.octet() + 2;
        int height = reader.octet() + 2;
        int passes = reader.octet();
        int transform = reader.octet();
        if (levels > 32 || width > 10 || height > 10 || width + height > 12 || transform > 1) {
            throw reader.malformed("coding style of " + levels + " levels, code-blocks of 2^" + width + " by 2^"
                    + height + ", transform " + transform + " breaks T.800 table A.15");
        }
        if ((passes & ~KNOWN) != 0) {
            throw reader.malformed("code-block style 0x" + Integer.toHexString(passes) + " is none of parts 1 and 15");
        }
        StringBuilder precincts = new StringBuilder();
        for (int i = 0; i <= levels; i++) {
            int size = withPrecincts ? reader.octet() : 0xff;
            if (i > 0 && ((size & 15) == 0 || size >> 4 == 0)) {
                throw reader.malformed("precincts of one sample above the lowest resolution");
            }
            precincts.append((char) size);
        }
        return new ComponentStyle(levels, width, height, passes, transform == 1, precincts.toString());
    }

    int precinctWidth(int resolution) {
        return precincts.charAt(resolution) & 15;
    }

    int precinctHeight(int resolution) {
        return precincts.charAt(resolution) >> 4;
    }

    boolean has(int flag) {
        return (passes & flag) != 0;
    }
}
