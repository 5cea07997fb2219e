package org.roentgen.training.task;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.roentgen.imaging.metrics.BinaryScores;
import org.roentgen.imaging.metrics.Bootstrap;
import org.roentgen.imaging.metrics.CurvePoint;
import org.roentgen.imaging.metrics.ThresholdCounts;

/**
 * {@code evaluation.json} of a model package.
 *
 * @param metrics by name
 * @param intervals 95% bootstrap confidence intervals over the cases
 * @param confusion cases by true class (rows) and predicted class (columns), for classification
 * @param operatingPoints what the model does at chosen thresholds, for two classes
 * @param curves for people to look at: {@code roc}, {@code precisionRecall}, {@code calibration}; for a segmentation
 *     {@code volumeAgreement.N} with the mean of both volumes and predicted minus reference volume, in ml (Bland and Altman 1986)
 * @param cases what the model made of each case, worst first
 */
public record Evaluation(
        String split,
        int caseCount,
        Map<String, Double> metrics,
        Map<String, Bootstrap.Interval> intervals,
        Optional<List<List<Long>>> confusion,
        Optional<Double> operatingPoint,
        List<OperatingPoint> operatingPoints,
        Map<String, List<CurvePoint>> curves,
        List<CaseResult> cases) {
    /** The same with further metrics. */
    public Evaluation withMetrics(Map<String, Double> further) {
        Map<String, Double> all = new TreeMap<>(metrics);
        all.putAll(further);
        return new Evaluation(
                split, caseCount, all, intervals, confusion, operatingPoint, operatingPoints, curves, cases);
    }

    /**
     * A threshold that was chosen on the tune split, and the rates of the test split at it; a rate without a case to count is
     * NaN.
     */
    public record OperatingPoint(
            String name, double threshold, double sensitivity, double specificity, double ppv, double npv) {
        static OperatingPoint of(String name, double threshold, BinaryScores test) {
            ThresholdCounts counts = test.at(threshold);
            return new OperatingPoint(
                    name,
                    threshold,
                    counts.sensitivity(),
                    counts.specificity(),
                    counts.positivePredictiveValue(),
                    counts.negativePredictiveValue());
        }
    }

    /** One case; {@code values} such as the Dice of each label or the probability of each class. */
    public record CaseResult(String id, Map<String, Double> values) {
        /** Name of the probability of the true class. */
        public static final String OF_TRUTH = "probabilityOfTruth";

        /** Name of the probability of a class. */
        public static String probability(int label) {
            return "probability." + label;
        }
    }
}
