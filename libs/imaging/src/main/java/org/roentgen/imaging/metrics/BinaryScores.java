package org.roentgen.imaging.metrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
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
        for (double threshold : thresholds()) {
            ThresholdCounts counts = at(threshold);
            double index = counts.sensitivity() + counts.specificity();
            if (index > bestIndex) {
                best = threshold;
                bestIndex = index;
            }
        }
        return best;
    }

    /** The highest threshold whose sensitivity is at least this; the lowest score where none is. */
    public double thresholdForSensitivity(double least) {
        double[] thresholds = thresholds();
        return IntStream.range(0, thresholds.length)
                .mapToDouble(index -> thresholds[thresholds.length - 1 - index])
                .filter(threshold -> at(threshold).sensitivity() >= least)
                .findFirst()
                .orElse(thresholds[0]);
    }

    /** The lowest threshold whose specificity is at least this; above the highest score where none is. */
    public double thresholdForSpecificity(double least) {
        double[] thresholds = thresholds();
        return Arrays.stream(thresholds)
                .filter(threshold -> at(threshold).specificity() >= least)
                .findFirst()
                .orElse(Math.nextUp(thresholds[thresholds.length - 1]));
    }

    private double[] thresholds() {
        return Arrays.stream(scores).sorted().distinct().toArray();
    }

    /** The ROC curve: false positive rate and sensitivity, from the strictest threshold to the loosest. */
    public List<CurvePoint> rocCurve() {
        List<CurvePoint> curve = new ArrayList<>(List.of(new CurvePoint(0, 0)));
        curve.addAll(curve(counts -> new CurvePoint(1 - counts.specificity(), counts.sensitivity())));
        return curve;
    }

    /** Sensitivity (recall) and positive predictive value (precision), from the strictest threshold to the loosest. */
    public List<CurvePoint> precisionRecallCurve() {
        return curve(counts -> new CurvePoint(counts.sensitivity(), counts.positivePredictiveValue()));
    }

    private List<CurvePoint> curve(Function<ThresholdCounts, CurvePoint> point) {
        Integer[] order = IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble(index -> -scores[index]))
                .toArray(Integer[]::new);
        long positives = IntStream.range(0, positive.length)
                .filter(index -> positive[index])
                .count();
        List<CurvePoint> points = new ArrayList<>();
        long found = 0;
        for (int place = 0; place < order.length; place++) {
            found += positive[order[place]] ? 1 : 0;
            boolean last = place == order.length - 1;
            if (last || scores[order[place]] != scores[order[place + 1]]) {
                long called = place + 1L;
                points.add(point.apply(new ThresholdCounts(
                        found, called - found, positive.length - positives - (called - found), positives - found)));
            }
        }
        return CurvePoint.thinned(points);
    }

    /** Mean probability and observed rate of the cases of each bin of equal width that has any. */
    public List<CurvePoint> calibrationCurve(int bins) {
        return bins(bins).stream()
                .map(bin -> new CurvePoint(bin.probability() / bin.cases(), (double) bin.positives() / bin.cases()))
                .toList();
    }

    /**
     * Expected calibration error of scores that are probabilities: the mean gap between probability and observed rate over bins of
     * equal width, weighted by their cases (Guo et al., ICML 2017, for the positive class).
     */
    public double expectedCalibrationError(int bins) {
        return bins(bins).stream()
                        .mapToDouble(bin -> Math.abs(bin.probability() - bin.positives()))
                        .sum()
                / scores.length;
    }

    /** Cases whose scores lie together, with the sum of their probabilities. */
    private record Bin(double probability, long positives, long cases) {
        Bin with(double score, boolean isPositive) {
            return new Bin(probability + score, positives + (isPositive ? 1 : 0), cases + 1);
        }
    }

    private Collection<Bin> bins(int count) {
        Map<Integer, Bin> bins = new TreeMap<>();
        for (int index = 0; index < scores.length; index++) {
            int place = Math.clamp((int) (scores[index] * count), 0, count - 1);
            bins.put(place, bins.getOrDefault(place, new Bin(0, 0, 0)).with(scores[index], positive[index]));
        }
        return bins.values();
    }
}
