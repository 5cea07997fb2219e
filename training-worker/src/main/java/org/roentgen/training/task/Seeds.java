package org.roentgen.training.task;

import java.util.Random;
import java.util.random.RandomGenerator;

/** Independent random streams from a seed and a place in the training. */
final class Seeds {
    private static final long STEP = 0x9E3779B97F4A7C15L;

    private Seeds() {}

    static long of(long seed, int... place) {
        long mixed = seed;
        for (int part : place) {
            mixed = (mixed ^ part) * STEP;
            mixed ^= mixed >>> 29;
        }
        return mixed;
    }

    /** A permutation of 0 to {@code size - 1}. */
    static int[] permutation(int size, long seed) {
        RandomGenerator random = new Random(seed);
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            int other = random.nextInt(i + 1);
            order[i] = order[other];
            order[other] = i;
        }
        return order;
    }
}
