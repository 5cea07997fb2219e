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

    /**
     * States of 47 probabilities by two senses of the more probable symbol, at 2 times index plus symbol. A state holds its
     * probability (bits 16 to 31), its successors (bits 8 to 14 after the more probable symbol, 1 to 7 after the other) and the
     * symbol (bit 0).
     */
    private static final int[] STATES = new int[94];

    static {
        for (int i = 0; i < 47; i++) {
            for (int symbol = 0; symbol < 2; symbol++) {
                int flipped = Arrays.binarySearch(SWITCHING, i) >= 0 ? 1 - symbol : symbol;
                int more = 2 * AFTER_MORE[i] + symbol;
                int less = 2 * AFTER_LESS[i] + flipped;
                STATES[2 * i + symbol] = PROBABILITY[i] << 16 | more << 8 | less << 1 | symbol;
            }
        }
    }

    private final int[] states = new int[19];
    private byte[] data = new byte[0];
    private int position;
    private int end;
    private int code;
    private int interval;
    private int shifts;

    MqDecoder() {
        resetContexts();
    }

    void resetContexts() {
        Arrays.fill(states, STATES[0]);
        states[0] = STATES[2 * 4];
        states[RUN_CONTEXT] = STATES[2 * 3];
        states[UNIFORM_CONTEXT] = STATES[2 * 46];
    }

    /** Begins a codeword segment. */
    void start(byte[] segment, int from, int length) {
        data = segment;
        end = from + length;
        code = byteAt(from) << 16;
        position = from;
        readByte();
        code <<= 7;
        shifts -= 7;
        interval = 0x8000;
    }

    private int byteAt(int at) {
        return at < end ? data[at] & 0xff : 0xff;
    }

    private void readByte() {
        int next = byteAt(position + 1);
        if (byteAt(position) == 0xff) {
            if (next > 0x8f) {
                code += 0xff00;
                shifts = 8;
            } else {
                position++;
                code += next << 9;
                shifts = 7;
            }
        } else {
            position++;
            code += next << 8;
            shifts = 8;
        }
    }

    int decode(int context) {
        int state = states[context];
        int qe = state >>> 16;
        int symbol = state & 1;
        int width = interval - qe;
        int left = code;
        if (left >>> 16 < qe) {
            if (width < qe) {
                states[context] = STATES[state >> 8 & 0x7f];
            } else {
                symbol ^= 1;
                states[context] = STATES[state >> 1 & 0x7f];
            }
            width = qe;
        } else {
            left -= qe << 16;
            if ((width & 0x8000) != 0) {
                code = left;
                interval = width;
                return symbol;
            }
            if (width < qe) {
                symbol ^= 1;
                states[context] = STATES[state >> 1 & 0x7f];
            } else {
                states[context] = STATES[state >> 8 & 0x7f];
            }
        }
        int by = Integer.numberOfLeadingZeros(width) - 16;
        if (by <= shifts) {
            interval = width << by;
            code = left << by;
            shifts -= by;
        } else {
            interval = width;
            code = left;
            renormalize();
        }
        return symbol;
    }

    private void renormalize() {
        do {
            if (shifts == 0) {
                readByte();
            }
            int by = Math.min(shifts, Integer.numberOfLeadingZeros(interval) - 16);
            interval <<= by;
            code <<= by;
            shifts -= by;
        } while ((interval & 0x8000) == 0);
    }
}
