package org.roentgen.imaging.metrics;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Compares the areas under two ROC curves of the same cases (DeLong, DeLong, Clarke-Pearson, Biometrics 1988), by mid-ranks
 * (Sun and Xu, IEEE Signal Processing Letters 2014).
 */
public final class DeLong {
    private DeLong() {}

    /**
     * First minus second.
     *
     * @param first scores of the first model
     * @param second scores of the second model
     * @param positive whether a case has the finding
     * @throws IllegalArgumentException when the lengths differ, or there are fewer than 2 cases with or without the finding
     */
    public static PairedDifference compare(double[] first, double[] second, boolean[] positive) {
        if (first.length != positive.length || second.length != positive.length) {
            throw new IllegalArgumentException("%d and %d scores and %d truths must be equally many"
                    .formatted(first.length, second.length, positive.length));
        }
        int[] positives = indices(positive, true);
        int[] negatives = indices(positive, false);
        if (positives.length < 2 || negatives.length < 2) {
            throw new IllegalArgumentException("%d cases with and %d without the finding: at least 2 of each are needed"
                    .formatted(positives.length, negatives.length));
        }
        Components one = Components.of(first, positives, negatives);
        Components other = Components.of(second, positives, negatives);
        double difference = one.auc() - other.auc();
        double variance = varianceOfDifference(one.ofPositives(), other.ofPositives())
                + varianceOfDifference(one.ofNegatives(), other.ofNegatives());
        double deviation = Math.sqrt(Math.max(0, variance));
        double half = NormalDistribution.QUANTILE_975 * deviation;
        double pValue = deviation == 0
                ? (Math.abs(difference) < 1e-12 ? 1 : 0)
                : NormalDistribution.twoSided(difference / deviation);
        return new PairedDifference(
                one.auc(),
                other.auc(),
                new Bootstrap.Interval(difference, difference - half, difference + half),
                pValue);
    }

    /** For each case the share of the cases of the other class that it is ranked rightly against. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Components(double auc, double[] ofPositives, double[] ofNegatives) {
        static Components of(double[] scores, int[] positives, int[] negatives) {
            double[] all = midRanks(scores, IntStream.range(0, scores.length).toArray());
            double[] amongPositives = midRanks(scores, positives);
            double[] amongNegatives = midRanks(scores, negatives);
            double[] ofPositives = new double[positives.length];
            double sum = 0;
            for (int i = 0; i < positives.length; i++) {
                ofPositives[i] = (all[positives[i]] - amongPositives[i]) / negatives.length;
                sum += ofPositives[i];
            }
            double[] ofNegatives = new double[negatives.length];
            for (int i = 0; i < negatives.length; i++) {
                ofNegatives[i] = 1 - (all[negatives[i]] - amongNegatives[i]) / positives.length;
            }
            return new Components(sum / positives.length, ofPositives, ofNegatives);
        }
    }

    /** Ranks from 1 of the chosen scores, equal ones sharing the middle of their ranks. */
    private static double[] midRanks(double[] scores, int[] chosen) {
        Integer[] order = IntStream.range(0, chosen.length)
                .boxed()
                .sorted(Comparator.comparingDouble(place -> scores[chosen[place]]))
                .toArray(Integer[]::new);
        double[] ranks = new double[chosen.length];
        for (int start = 0; start < order.length; ) {
            int end = start;
            while (end < order.length && scores[chosen[order[end]]] == scores[chosen[order[start]]]) {
                end++;
            }
            for (int place = start; place < end; place++) {
                ranks[order[place]] = (start + 1 + end) / 2.0;
            }
            start = end;
        }
        return ranks;
    }

    private static double varianceOfDifference(double[] first, double[] second) {
        double mean = 0;
        for (int i = 0; i < first.length; i++) {
            mean += (first[i] - second[i]) / first.length;
        }
        double squares = 0;
        for (int i = 0; i < first.length; i++) {
            double deviation = first[i] - second[i] - mean;
            squares += deviation * deviation;
        }
        return squares / (first.length - 1) / first.length;
    }

    private static int[] indices(boolean[] positive, boolean wanted) {
        return IntStream.range(0, positive.length)
                .filter(index -> positive[index] == wanted)
                .toArray();
    }
}
