package org.roentgen.training.task;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.roentgen.imaging.metrics.Bootstrap;

/**
 * {@code evaluation.json} of a model package.
 *
 * @param metrics by name
 * @param intervals 95% bootstrap confidence intervals over the cases
 * @param confusion cases by true class (rows) and predicted class (columns), for classification
 * @param cases what the model made of each case, worst first
 */
public record Evaluation(
        String split,
        int caseCount,
        Map<String, Double> metrics,
        Map<String, Bootstrap.Interval> intervals,
        Optional<List<List<Long>>> confusion,
        Optional<Double> operatingPoint,
        List<CaseResult> cases) {
    /** One case; {@code values} such as the Dice of each label or the probability of each class. */
    public record CaseResult(String id, Map<String, Double> values) {}
}
