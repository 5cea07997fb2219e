package org.roentgen.dicom.codec.jpeg2000;

/**
 * Contexts of the coding passes as tables over a sample's neighbourhood (T.800 D.3). Bits 0 to 3 of a flag word tell significant
 * neighbours at the corners, 4 to 7 those at north, south, west and east; bits 8 to 11 tell which of the latter are negative.
 */
final class ContextTables {
    static final int NORTH_WEST = 1;
    static final int NORTH_EAST = 2;
    static final int SOUTH_WEST = 4;
    static final int SOUTH_EAST = 8;
    static final int NORTH = 16;
    static final int SOUTH = 32;
    static final int WEST = 64;
    static final int EAST = 128;
    static final int NEIGHBOURS = 255;
    static final int NEGATIVE_SHIFT = 4;

    /** Zero coding contexts by orientation and neighbours. */
    private static final byte[][] ZERO = new byte[4][256];

    /** Sign coding by the four direct neighbours and their signs: context in the low bits, expected sign in bit 7. */
    private static final byte[] SIGN = new byte[256];

    static {
        for (int flags = 0; flags < 256; flags++) {
            int vertical = Integer.bitCount(flags & (NORTH | SOUTH));
            int horizontal = Integer.bitCount(flags & (WEST | EAST));
            int diagonal = Integer.bitCount(flags & 15);
            ZERO[0][flags] = (byte) low(horizontal, vertical, diagonal);
            ZERO[1][flags] = (byte) low(vertical, horizontal, diagonal);
            ZERO[2][flags] = (byte) low(horizontal, vertical, diagonal);
            ZERO[3][flags] = (byte) both(horizontal + vertical, diagonal);
            SIGN[flags] = (byte) sign(flags << 4);
        }
    }

    private ContextTables() {}

    static byte[] zeroCoding(int orientation) {
        return ZERO[orientation];
    }

    static int signCoding(int flags) {
        return SIGN[flags >> 4 & 255];
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

    private static int sign(int flags) {
        int horizontal = contribution(flags, WEST, EAST);
        int vertical = contribution(flags, NORTH, SOUTH);
        boolean flip = horizontal < 0 || horizontal == 0 && vertical < 0;
        int h = flip ? -horizontal : horizontal;
        int v = flip ? -vertical : vertical;
        int context = h == 0 ? 9 + v : 12 + v;
        return flip ? context | 128 : context;
    }

    private static int contribution(int flags, int one, int other) {
        return Math.clamp(single(flags, one) + single(flags, other), -1, 1);
    }

    private static int single(int flags, int neighbour) {
        if ((flags & neighbour) == 0) {
            return 0;
        }
        return (flags & neighbour << NEGATIVE_SHIFT) == 0 ? 1 : -1;
    }
}
