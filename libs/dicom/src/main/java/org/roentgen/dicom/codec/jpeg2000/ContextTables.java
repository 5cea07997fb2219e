package org.roentgen.dicom.codec.jpeg2000;

/**
 * Contexts of the coding passes as tables over a sample's neighbourhood (T.800 D.3). A neighbourhood is nine bits: three
 * significances of the row above from west to east, three of the sample's own row, three of the row below.
 */
final class ContextTables {
    static final int NORTH = 1 << 1;
    static final int WEST = 1 << 3;
    static final int SELF = 1 << 4;
    static final int EAST = 1 << 5;
    static final int SOUTH = 1 << 7;
    static final int NEIGHBOURHOOD = 511;
    static final int DIRECT = NORTH | WEST | EAST | SOUTH;

    private static final int CORNERS = 1 | 1 << 2 | 1 << 6 | 1 << 8;

    /** Zero coding contexts by orientation and neighbourhood. */
    private static final byte[][] ZERO = new byte[4][512];

    /**
     * Sign coding by the four direct neighbours at their places in the neighbourhood and, one bit above, if each is negative (bit 0
     * for west, 2 for east, 4 for north, 6 for south): context in the low bits, expected sign in bit 7.
     */
    private static final byte[] SIGN = new byte[256];

    static {
        for (int bits = 0; bits < 512; bits++) {
            int vertical = Integer.bitCount(bits & (NORTH | SOUTH));
            int horizontal = Integer.bitCount(bits & (WEST | EAST));
            int diagonal = Integer.bitCount(bits & CORNERS);
            ZERO[0][bits] = (byte) low(horizontal, vertical, diagonal);
            ZERO[1][bits] = (byte) low(vertical, horizontal, diagonal);
            ZERO[2][bits] = (byte) low(horizontal, vertical, diagonal);
            ZERO[3][bits] = (byte) both(horizontal + vertical, diagonal);
        }
        for (int bits = 0; bits < 256; bits++) {
            SIGN[bits] = (byte) sign(bits);
        }
    }

    private ContextTables() {}

    static byte[] zeroCoding(int orientation) {
        return ZERO[orientation];
    }

    static byte[] signCoding() {
        return SIGN;
    }

    private static int low(int first, int second, int diagonal) {
        return switch (first) {
            case 2 -> 8;
            case 1 -> second >= 1 ? 7 : diagonal >= 1 ? 6 : 5;
            default -> second == 2 ? 4 : second == 1 ? 3 : Math.min(diagonal, 2);
        };
    }

    private static int both(int direct, int diagonal) {
        return switch (diagonal) {
            case 0 -> Math.min(direct, 2);
            case 1 -> 3 + Math.min(direct, 2);
            case 2 -> direct >= 1 ? 7 : 6;
            default -> 8;
        };
    }

    private static int sign(int bits) {
        int horizontal = Math.clamp(contribution(bits, WEST, 1) + contribution(bits, EAST, 1 << 2), -1, 1);
        int vertical = Math.clamp(contribution(bits, NORTH, 1 << 4) + contribution(bits, SOUTH, 1 << 6), -1, 1);
        boolean flip = horizontal < 0 || horizontal == 0 && vertical < 0;
        int h = flip ? -horizontal : horizontal;
        int v = flip ? -vertical : vertical;
        int context = h == 0 ? 9 + v : 12 + v;
        return flip ? context | 128 : context;
    }

    private static int contribution(int bits, int significant, int negative) {
        if ((bits & significant) == 0) {
            return 0;
        }
        return (bits & negative) == 0 ? 1 : -1;
    }
}
