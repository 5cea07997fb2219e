package org.roentgen.training.task;

/** Mean Dice over cases for each label; a case in which neither side has a label does not count for it. */
final class DiceSums {
    private final double[] sums;
    private final int[] cases;

    DiceSums(int classes) {
        sums = new double[classes];
        cases = new int[classes];
    }

    void add(byte[] predicted, byte[] reference) {
        long[] sizes = new long[sums.length];
        long[] shared = new long[sums.length];
        for (int i = 0; i < predicted.length; i++) {
            int one = Byte.toUnsignedInt(predicted[i]);
            int other = Byte.toUnsignedInt(reference[i]);
            sizes[one]++;
            sizes[other]++;
            if (one == other) {
                shared[one]++;
            }
        }
        for (int label = 1; label < sums.length; label++) {
            if (sizes[label] > 0) {
                sums[label] += 2.0 * shared[label] / sizes[label];
                cases[label]++;
            }
        }
    }

    /** 0 where no case has the label. */
    double of(int label) {
        return cases[label] == 0 ? 0 : sums[label] / cases[label];
    }

    /** Over the labels, background left out. */
    double mean() {
        double sum = 0;
        for (int label = 1; label < sums.length; label++) {
            sum += of(label);
        }
        return sum / (sums.length - 1);
    }
}
