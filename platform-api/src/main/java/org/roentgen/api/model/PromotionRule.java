package org.roentgen.api.model;

import java.util.List;
import java.util.Optional;
import org.roentgen.api.problem.ProblemException;
import org.roentgen.domain.dataset.Task;

/**
 * What a version must fulfil before it goes into production. That two people agree is always one of the rules.
 *
 * @param metric name of a metric of the test split, such as auc or dice
 * @param value the least value, or for {@link Kind#NOT_WORSE_THAN_PRODUCTION} the margin
 */
public record PromotionRule(Kind kind, Optional<String> metric, Optional<Double> value) {
    private static final double MARGIN = 0.02;

    /** What is demanded. */
    public enum Kind {
        /** The metric of all test cases reaches the value. */
        MINIMUM_METRIC(true, true),
        /** The metric of each subgroup that is not small reaches the value. */
        SUBGROUP_MINIMUM(true, true),
        /** No subgroup is flagged as worse than all cases. */
        NO_SUBGROUP_GAP(false, false),
        /** On the same cases the metric is at most the value lower than that of the version in production. */
        NOT_WORSE_THAN_PRODUCTION(true, true),
        /** On the same cases the metric is higher than that of the version in production, with 95% confidence. */
        BETTER_THAN_PRODUCTION(true, false),
        /** People have written what the model is for and where its limits are. */
        CARD_FILLED(false, false);

        private final boolean needsMetric;
        private final boolean needsValue;

        Kind(boolean needsMetric, boolean needsValue) {
            this.needsMetric = needsMetric;
            this.needsValue = needsValue;
        }
    }

    /** The rules of a model for which nobody has set others. */
    static List<PromotionRule> defaults(Task task) {
        String metric = task == Task.SEGMENTATION ? "dice" : "auc";
        return List.of(
                new PromotionRule(Kind.CARD_FILLED, Optional.empty(), Optional.empty()),
                new PromotionRule(Kind.NOT_WORSE_THAN_PRODUCTION, Optional.of(metric), Optional.of(MARGIN)));
    }

    /** @throws ProblemException 400 where something that this kind of rule needs is missing */
    void validate() {
        if (kind == null) {
            throw ProblemException.invalid("A rule has no kind: give one of " + List.of(Kind.values()));
        }
        if (kind.needsMetric && metric.filter(name -> !name.isBlank()).isEmpty()) {
            throw ProblemException.invalid("Rule " + kind + " names no metric: give one, such as auc or dice");
        }
        if (kind.needsValue && value.isEmpty()) {
            throw ProblemException.invalid("Rule " + kind + " has no value: give the least value or the margin");
        }
        if (value.isPresent() && !(value.get() >= 0 && value.get() <= 1)) {
            throw ProblemException.invalid("Rule " + kind + " has the value " + value.get() + ": give one from 0 to 1");
        }
    }
}
