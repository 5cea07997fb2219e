package org.roentgen.dicom.codec.jpegls;

import java.util.Arrays;

/** Adaptive statistics of one scan: 365 regular contexts and two of run interruption (T.87 A.2.1, A.6). */
final class Contexts {
    static final int RUN = 365;
    private static final int COUNT = 367;

    /** More than any valid scan reaches: 16 bits of error summed over 255 occurrences, by one occurrence. */
    private static final int LARGEST_ORDER = 24;

    /** J: order of the run segments. */
    static final int[] RUN_ORDER = {
        0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 9, 10, 11, 12, 13, 14, 15
    };

    final int[] magnitude = new int[COUNT];
    final int[] bias = new int[COUNT];
    final int[] correction = new int[COUNT];
    final int[] occurrences = new int[COUNT];
    private final int reset;
    private final int step;

    Contexts(CodingParameters parameters) {
        Arrays.fill(magnitude, Math.max(2, (parameters.range() + 32) / 64));
        Arrays.fill(occurrences, 1);
        reset = parameters.reset();
        step = 2 * parameters.near() + 1;
    }

    /** Golomb order k of a regular context. */
    int order(int context) {
        return order(occurrences[context], magnitude[context]);
    }

    /** Golomb order k of run interruption of a type, 0 or 1. */
    int runOrder(int type) {
        int count = occurrences[RUN + type];
        return order(count, magnitude[RUN + type] + (type == 1 ? count >> 1 : 0));
    }

    private static int order(int count, int total) {
        int order = 0;
        while (order < LARGEST_ORDER && count << order < total) {
            order++;
        }
        return order;
    }

    /** Updates a regular context by an error before its sign is restored (T.87 A.6). */
    void update(int context, int error) {
        int a = magnitude[context] + Math.abs(error);
        int b = bias[context] + error * step;
        int n = occurrences[context];
        if (n == reset) {
            a >>= 1;
            b >>= 1;
            n >>= 1;
        }
        n++;
        magnitude[context] = a;
        occurrences[context] = n;
        if (b <= -n) {
            b = Math.max(b + n, 1 - n);
            correction[context] = Math.max(correction[context] - 1, -128);
        } else if (b > 0) {
            b = Math.min(b - n, 0);
            correction[context] = Math.min(correction[context] + 1, 127);
        }
        bias[context] = b;
    }

    /** True if the mapping of run interruption errors is inverted for an order and a sign (T.87 A.7.2). */
    boolean runMap(int type, int order) {
        return order != 0 || 2 * bias[RUN + type] >= occurrences[RUN + type];
    }

    /** Updates run interruption; its bias counts negative errors (T.87 A.7.2). */
    void updateRun(int type, int error, int mapped) {
        int context = RUN + type;
        if (error < 0) {
            bias[context]++;
        }
        magnitude[context] += (mapped + 1 - type) >> 1;
        if (occurrences[context] == reset) {
            magnitude[context] >>= 1;
            bias[context] >>= 1;
            occurrences[context] >>= 1;
        }
        occurrences[context]++;
    }
}
