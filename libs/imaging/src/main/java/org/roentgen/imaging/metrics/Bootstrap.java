package org.roentgen.imaging.metrics;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * Percentile bootstrap: the spread of a statistic when the cases are drawn again with repeats. Same seed, same interval.
 *
 * @param resamples how often to draw; 1,000 is usual
 * @param confidence such as 0.95
 */
public record Bootstrap(int resamples, double confidence, long seed) {
    /** A statistic with its confidence interval. */
    public record Interval(double estimate, double lower, double upper) {}

    public Bootstrap {
        if (resamples < 1 || !(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException(
                    "Bootstrap of %d resamples with confidence %s: need at least 1, and 0 to 1"
                            .formatted(resamples, confidence));
        }
    }

    /**
     * The interval of a statistic.
     *
     * @param statistic of the cases with these indices; draws for which it is NaN are left out
     */
    public Interval interval(int cases, ToDoubleFunction<int[]> statistic) {
        int[] all = new int[cases];
        Arrays.setAll(all, index -> index);
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = new double[resamples];
        int[] drawn = new int[cases];
        for (int resample = 0; resample < resamples; resample++) {
            Arrays.setAll(drawn, index -> random.nextInt(cases));
            values[resample] = statistic.applyAsDouble(drawn.clone());
        }
        double[] sorted = Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        double tail = (1 - confidence) / 2;
        return new Interval(statistic.applyAsDouble(all), quantile(sorted, tail), quantile(sorted, 1 - tail));
    }

    /** The interval of the mean of values. */
    public Interval mean(double[] values) {
        return interval(values.length, indices -> Arrays.stream(indices)
                .mapToDouble(index -> values[index])
                .average()
                .orElse(Double.NaN));
    }

    /**
     * Two statistics of the same cases, drawn together so that what makes a case hard counts for both. The p value is twice the
     * share of draws on the rarer side of no difference, with one draw added to either side.
     */
    public PairedDifference paired(int cases, ToDoubleFunction<int[]> first, ToDoubleFunction<int[]> second) {
        double[] differences = new double[resamples];
        int[] next = {-1};
        Interval interval = interval(cases, drawn -> {
            double difference = first.applyAsDouble(drawn) - second.applyAsDouble(drawn);
            if (next[0] + 1 < resamples) {
                differences[++next[0]] = difference;
            }
            return difference;
        });
        long below = Arrays.stream(differences).filter(value -> value <= 0).count();
        long above = Arrays.stream(differences).filter(value -> value >= 0).count();
        int[] all = new int[cases];
        Arrays.setAll(all, index -> index);
        return new PairedDifference(
                first.applyAsDouble(all),
                second.applyAsDouble(all),
                interval,
                Math.min(1, 2.0 * (Math.min(below, above) + 1) / (resamples + 1)));
    }

    private static double quantile(double[] sorted, double fraction) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double place = fraction * (sorted.length - 1);
        int lower = (int) place;
        int upper = Math.min(sorted.length - 1, lower + 1);
        return sorted[lower] + (place - lower) * (sorted[upper] - sorted[lower]);
    }
}
