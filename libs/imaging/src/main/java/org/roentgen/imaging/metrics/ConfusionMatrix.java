package org.roentgen.imaging.metrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cases by true class (rows) and predicted class (columns).
 *
 * @param counts one list for each true class
 */
public record ConfusionMatrix(List<List<Long>> counts) {
    public ConfusionMatrix {
        counts = counts.stream().map(List::copyOf).toList();
    }

    /** Counts cases of classes 0 to {@code classes - 1}. */
    public static ConfusionMatrix of(int[] truths, int[] predictions, int classes) {
        if (truths.length != predictions.length) {
            throw new IllegalArgumentException(
                    "%d truths and %d predictions must be equally many".formatted(truths.length, predictions.length));
        }
        long[][] counts = new long[classes][classes];
        for (int index = 0; index < truths.length; index++) {
            counts[truths[index]][predictions[index]]++;
        }
        List<List<Long>> rows = new ArrayList<>();
        for (long[] row : counts) {
            rows.add(Arrays.stream(row).boxed().toList());
        }
        return new ConfusionMatrix(rows);
    }

    /** The share of cases on the diagonal; NaN without a case. */
    public double accuracy() {
        long right = 0;
        long all = 0;
        for (int row = 0; row < counts.size(); row++) {
            right += counts.get(row).get(row);
            all += counts.get(row).stream().mapToLong(Long::longValue).sum();
        }
        return (double) right / all;
    }
}
