package org.roentgen.dicom.codec.jpeg2000;

import java.util.Arrays;

/** The MQ arithmetic decoder with its 19 contexts (T.800 annex C, software conventions of C.3). */
final class MqDecoder {
    static final int RUN_CONTEXT = 17;
    static final int UNIFORM_CONTEXT = 18;

    private static final int[] PROBABILITY = {
        0x5601, 0x3401, 0x1801, 0x0ac1, 0x0521, 0x0221, 0x5601, 0x5401, 0x4801, 0x3801, 0x3001, 0x2401, 0x1c01, 0x1601,
        0x5601, 0x5401, 0x5101, 0x4801, 0x3801, 0x3401, 0x3001, 0x2801, 0x2401, 0x2201, 0x1c01, 0x1801, 0x1601, 0x1401,
        0x1201, 0x1101, 0x0ac1, 0x09c1, 0x08a1, 0x0521, 0x0441, 0x02a1, 0x0221, 0x0141, 0x0111, 0x0085, 0x0049, 0x0025,
        0x0015, 0x0009, 0x0005, 0x0001, 0x5601
    };
    private static final int[] AFTER_MORE = {
        1, 2, 3, 4, 5, 38, 7, 8, 9, 10, 11, 12, 13, 29, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30,
        31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 45, 46
    };
    private static final int[] AFTER_LESS = {
        1, 6, 9, 12, 29, 33, 6, 14, 14, 14, 17, 18, 20, 21, 14, 14, 15, 16, 17, 18, 19, 19, 20, 21, 22, 23, 24, 25, 26,
        27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 46
    };
    private static final int[] SWITCHING = {0, 6, 14};

    /** Place of the binary point: sixteen bits of interval and code stand above it, coming bits of the code below. */
    private static final int POINT = 47;

    private static final long PART = 0xffffL << POINT;
    /** Behind its end or a marker, a code goes on with ones. */
    private static final long ONES = 0xffffffffL;

    private static final int SHIFTS_OF_A_STEP = 15;

    /**
     * States of 47 probabilities by two senses of the more probable symbol, at 2 times index plus symbol; a power of two long. A
     * state holds its probability (from {@link #POINT} on), its successor after the more probable symbol (bits 16 to 22), itself (8
     * to 14) and its successor after the other (0 to 6).
     */
    private static final long[] STATES = new long[128];

    static {
        for (int i = 0; i < PROBABILITY.length; i++) {
            for (int symbol = 0; symbol < 2; symbol++) {
                int flipped = Arrays.binarySearch(SWITCHING, i) >= 0 ? 1 - symbol : symbol;
                int more = 2 * AFTER_MORE[i] + symbol;
                int less = 2 * AFTER_LESS[i] + flipped;
                int own = 2 * i + symbol;
                STATES[own] = (long) PROBABILITY[i] << POINT | more << 16 | own << 8 | less;
            }
        }
    }

    private final long[] states;

    /** The segment's code, stuffed bits taken out, and how far it was read. */
    private int[] words = new int[64];

    private int count;
    private int position;

    private long code;
    private long interval;

    /** Bits of the code that are there below the point. */
    private int ahead;

    MqDecoder() {
        states = new long[19];
        resetContexts();
    }

    /** Another decoder in the same state and with the same contexts. */
    MqDecoder(MqDecoder other) {
        states = other.states;
        resume(other);
    }

    /** Goes on from where a copy came to. */
    void resume(MqDecoder other) {
        words = other.words;
        count = other.count;
        position = other.position;
        code = other.code;
        interval = other.interval;
        ahead = other.ahead;
    }

    void resetContexts() {
        Arrays.fill(states, STATES[0]);
        states[0] = STATES[2 * 4];
        states[RUN_CONTEXT] = STATES[2 * 3];
        states[UNIFORM_CONTEXT] = STATES[2 * 46];
    }

    /** Begins a codeword segment. */
    void start(byte[] segment, int length) {
        unstuff(segment, length);
        position = 1;
        code = (count > 0 ? words[0] & ONES : ONES) << POINT - 17;
        ahead = 17;
        interval = 0x8000L << POINT;
    }

    /** The byte behind a 0xff carries seven bits and one that is added to what came before. */
    private void unstuff(byte[] segment, int length) {
        if (words.length < length / 4 + 2) {
            words = new int[Math.max(length / 4 + 2, 2 * words.length)];
        }
        count = 0;
        long bits = 0;
        int pending = 0;
        boolean stuffed = false;
        for (int i = 0; i < length; i++) {
            int next = segment[i] & 0xff;
            if (stuffed && next > 0x8f) {
                break;
            }
            int fresh = stuffed ? 7 : 8;
            bits = (bits << fresh) + next;
            pending += fresh;
            if (bits >>> pending != 0) {
                carry();
                bits &= (1L << pending) - 1;
            }
            if (pending >= 32) {
                pending -= 32;
                words[count++] = (int) (bits >>> pending);
                bits &= (1L << pending) - 1;
            }
            stuffed = next == 0xff;
        }
        if (pending > 0) {
            words[count++] = (int) (bits << 32 - pending) | -1 >>> pending;
        }
    }

    private void carry() {
        int at = count - 1;
        while (at >= 0 && ++words[at] == 0) {
            at--;
        }
    }

    /** Reads over the four symbols 1010 that may end a cleanup pass (T.800 D.5). */
    void skipSegmentationSymbol() {
        for (int i = 0; i < 4; i++) {
            decode(UNIFORM_CONTEXT);
        }
    }

    /**
     * The next symbol. Which way it goes is mostly a toss of a coin, so that no branch depends on it; nothing is called, so that a
     * copy that stays within a method needs no memory.
     */
    int decode(int context) {
        long state = states[context];
        long part = state & PART;
        long width = interval - part;
        long rest = code - part;
        long lower = rest >> 63;
        long flip = lower ^ width - part >> 63;
        long left = rest + (part & lower);
        width += part - width & lower;
        long settled = width << 1 >> 63;
        int successor = 16 + ((int) flip & -16) + ((int) settled & -8);
        states[context] = STATES[(int) (state >>> successor) & 0x7f];
        int by = Long.numberOfLeadingZeros(width) - 1;
        interval = width << by;
        left <<= by;
        ahead -= by;
        if (ahead < SHIFTS_OF_A_STEP) {
            long word = position < count ? words[position++] & ONES : ONES;
            left |= word << SHIFTS_OF_A_STEP - ahead;
            ahead += 32;
        }
        code = left;
        return (int) (state >>> 8 ^ flip) & 1;
    }
}
