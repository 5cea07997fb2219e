package org.roentgen.imaging.metrics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Scores of cases that truly have a finding or not: the higher the score, the more likely the finding. */
public final class BinaryScores {
    private final double[] scores;
    private final boolean[] positive;

    /**
     * Takes copies.
     *
     * @throws IllegalArgumentException when the lengths differ, there is no case, or a score is not a number
     */
    public BinaryScores(double[] scores, boolean[] positive) {
        if (scores.length != positive.length || scores.length == 0) {
            throw new IllegalArgumentException("%d scores and %d truths must be equally many and at least one"
                    .formatted(scores.length, positive.length));
        }
        if (Arrays.stream(scores).anyMatch(Double::isNaN)) {
            throw new IllegalArgumentException("A score is not a number");
        }
        this.scores = scores.clone();
        this.positive = positive.clone();
    }

    public int size() {
        return scores.length;
    }

    /** The cases of the given indices, repeats allowed: for resampling. */
    public BinaryScores select(int[] indices) {
        double[] chosen = new double[indices.length];
        boolean[] truths = new boolean[indices.length];
        for (int index = 0; index < indices.length; index++) {
            chosen[index] = scores[indices[index]];
            truths[index] = positive[indices[index]];
        }
        return new BinaryScores(chosen, truths);
    }

    /** Area under the ROC curve by the rank sum, ties counting half; NaN when one class has no case. */
    public double rocAuc() {
        Integer[] order = IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble(index -> scores[index]))
                .toArray(Integer[]::new);
        double rankSum = 0;
        long positives = 0;
        for (int start = 0; start < order.length; ) {
            int end = start;
            while (end < order.length && scores[order[end]] == scores[order[start]]) {
                end++;
            }
            double rank = (start + 1 + end) / 2.0;
            for (int index = start; index < end; index++) {
                if (positive[order[index]]) {
                    rankSum += rank;
                    positives++;
                }
            }
            start = end;
        }
        long negatives = scores.length - positives;
        return (rankSum - positives * (positives + 1) / 2.0) / ((double) positives * negatives);
    }

    /** Counts at a threshold: a score at or above it calls the finding. */
    public ThresholdCounts at(double threshold) {
        long truePositives = 0;
        long falsePositives = 0;
        long trueNegatives = 0;
        long falseNegatives = 0;
        for (int index = 0; index < scores.length; index++) {
            boolean called = scores[index] >= threshold;
            truePositives += called && positive[index] ? 1 : 0;
            falsePositives += called && !positive[index] ? 1 : 0;
            trueNegatives += !called && !positive[index] ? 1 : 0;
            falseNegatives += !called && positive[index] ? 1 : 0;
        }
        return new ThresholdCounts(truePositives, falsePositives, trueNegatives, falseNegatives);
    }

    /** The threshold with the largest sum of sensitivity and specificity (Youden); of equal ones the lowest. */
    public double youdenThreshold() {
        double best = Double.NaN;
        double bestIndex = Double.NEGATIVE_INFINITY;
        for (double threshold : Arrays.stream(scores).sorted().distinct().toArray()) {
            ThresholdCounts counts = at(threshold);
            double index = counts.sensitivity() + counts.specificity();
            if (index > bestIndex) {
                best = threshold;
                bestIndex = index;
            }
        }
        return best;
    }

    /**
     * Expected calibration error of scores that are probabilities: the mean gap between probability and observed rate over bins of
     * equal width, weighted by their cases (Guo et al., ICML 2017, for the positive class).
     */
    public double expectedCalibrationError(int bins) {
        double[] probability = new double[bins];
        long[] positives = new long[bins];
        for (int index = 0; index < scores.length; index++) {
            int bin = Math.clamp((int) (scores[index] * bins), 0, bins - 1);
            probability[bin] += scores[index];
            positives[bin] += positive[index] ? 1 : 0;
        }
        double error = 0;
        for (int bin = 0; bin < bins; bin++) {
            error += Math.abs(probability[bin] - positives[bin]);
        }
        return error / scores.length;
    }
}
