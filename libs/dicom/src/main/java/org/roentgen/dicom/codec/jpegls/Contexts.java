package org.roentgen.dicom.codec.jpegls;

/**
 * Adaptive statistics of one scan: 365 regular contexts and two of run interruption (T.87 A.2.1, A.6). What coding needs of a
 * regular context is worked out when it is updated, when nothing waits for it.
 */
final class Contexts {
    static final int RUN = 365;
    private static final int COUNT = 367;

    /** More than any valid scan reaches: 16 bits of error summed over 255 occurrences, by one occurrence. */
    private static final int LARGEST_ORDER = 24;

    /** J: order of the run segments. */
    static final int[] RUN_ORDER = {
        0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 9, 10, 11, 12, 13, 14, 15
    };

    private static final int SIZE = 4;
    private static final int MAGNITUDE = 0;
    private static final int BIAS = 1;
    private static final int OCCURRENCES = 2;
    private static final int CODING = 3;

    private final int[] table = new int[COUNT * SIZE];
    private final int reset;
    private final int step;
    private final int lossless;

    Contexts(CodingParameters parameters) {
        reset = parameters.reset();
        step = 2 * parameters.near() + 1;
        lossless = parameters.near() == 0 ? 1 : 0;
        int magnitude = Math.max(2, (parameters.range() + 32) / 64);
        for (int at = 0; at < table.length; at += SIZE) {
            table[at + MAGNITUDE] = magnitude;
            table[at + OCCURRENCES] = 1;
            table[at + CODING] = coding(magnitude, 0, 1, 0);
        }
    }

    /** How a regular context codes its next error; see {@link #order}, {@link #inversion} and {@link #correction}. */
    int coding(int context) {
        return table[context * SIZE + CODING];
    }

    /** Golomb order k. */
    static int order(int coding) {
        return coding & 31;
    }

    /** All bits where errors are mapped the other way round (T.87 A.5.2), else none. */
    static int inversion(int coding) {
        return -(coding >> 5 & 1);
    }

    /** C: what is added to a prediction. */
    static int correction(int coding) {
        return coding >> 8;
    }

    private int coding(int magnitude, int bias, int count, int correction) {
        int order = order(count, magnitude);
        int inverted = (2 * bias + count - 1 >>> 31) & (order - 1 >>> 31) & lossless;
        return correction << 8 | inverted << 5 | order;
    }

    /** The smallest order by which the count reaches the total. */
    private static int order(int count, int total) {
        int order = Math.max(0, Integer.numberOfLeadingZeros(count) - Integer.numberOfLeadingZeros(total));
        return Math.min(order + ((count << order) - total >>> 31), LARGEST_ORDER);
    }

    /** Updates a regular context by an error before its sign is restored (T.87 A.6). */
    void update(int context, int error) {
        int[] table = this.table;
        int at = context * SIZE;
        int magnitude = table[at + MAGNITUDE] + Math.abs(error);
        int bias = table[at + BIAS] + error * step;
        int count = table[at + OCCURRENCES];
        if (count == reset) {
            magnitude >>= 1;
            bias >>= 1;
            count >>= 1;
        }
        count++;
        int lower = bias + count - 1 >> 31;
        int raise = -bias >> 31;
        bias = Math.max(Math.min(bias + (count & lower) - (count & raise), 0), 1 - count);
        int correction = Math.max(Math.min(correction(table[at + CODING]) + lower - raise, 127), -128);
        table[at + MAGNITUDE] = magnitude;
        table[at + BIAS] = bias;
        table[at + OCCURRENCES] = count;
        table[at + CODING] = coding(magnitude, bias, count, correction);
    }

    /** Golomb order k of run interruption of a type, 0 or 1. */
    int runOrder(int type) {
        int at = (RUN + type) * SIZE;
        int count = table[at + OCCURRENCES];
        return order(count, table[at + MAGNITUDE] + (type == 1 ? count >> 1 : 0));
    }

    /** True if the mapping of run interruption errors is inverted for an order and a sign (T.87 A.7.2). */
    boolean runMap(int type, int order) {
        int at = (RUN + type) * SIZE;
        return order != 0 || 2 * table[at + BIAS] >= table[at + OCCURRENCES];
    }

    /** Updates run interruption; its bias counts negative errors (T.87 A.7.2). */
    void updateRun(int type, int error, int mapped) {
        int at = (RUN + type) * SIZE;
        if (error < 0) {
            table[at + BIAS]++;
        }
        table[at + MAGNITUDE] += (mapped + 1 - type) >> 1;
        if (table[at + OCCURRENCES] == reset) {
            table[at + MAGNITUDE] >>= 1;
            table[at + BIAS] >>= 1;
            table[at + OCCURRENCES] >>= 1;
        }
        table[at + OCCURRENCES]++;
    }
}
