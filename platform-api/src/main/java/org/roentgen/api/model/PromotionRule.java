package org.roentgen.api.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.roentgen.api.problem.ProblemException;
import org.roentgen.domain.dataset.Task;

/**
 * What a version must fulfil before it goes into production, and from which limits on two results in the shadow are the same. That two
 * people agree is always one of the rules.
 *
 * @param metric name of a metric of the test split, such as auc or dice
 * @param value the least value, for {@link Kind#NOT_WORSE_THAN_PRODUCTION} the margin, for the shadow the limit
 */
public record PromotionRule(Kind kind, Optional<String> metric, Optional<Double> value) {
    private static final double MARGIN = 0.02;
    private static final double SAME_MASK = 0.8;
    private static final double PRESENT = 0.5;

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
        CARD_FILLED(false, false),
        /**
         * No demand: masks of a version in the shadow count as the same result as production's where the Dice of each label reaches the
         * value.
         */
        SHADOW_SAME_MASK(false, true),
        /** No demand: when versions are compared in the shadow, a finding counts as present from this probability on. */
        SHADOW_FINDING_PRESENT(false, true);

        private final boolean needsMetric;
        private final boolean needsValue;

        Kind(boolean needsMetric, boolean needsValue) {
            this.needsMetric = needsMetric;
            this.needsValue = needsValue;
        }

        /** Whether it says how versions are compared in the shadow, which no version can fail. */
        boolean isLimitOfAgreement() {
            return this == SHADOW_SAME_MASK || this == SHADOW_FINDING_PRESENT;
        }
    }

    /** The rules of a model for which nobody has set others. */
    static List<PromotionRule> defaults(Task task) {
        String metric = task == Task.SEGMENTATION ? "dice" : "auc";
        List<PromotionRule> rules = new ArrayList<>(List.of(
                new PromotionRule(Kind.CARD_FILLED, Optional.empty(), Optional.empty()),
                new PromotionRule(Kind.NOT_WORSE_THAN_PRODUCTION, Optional.of(metric), Optional.of(MARGIN))));
        switch (task) {
            case SEGMENTATION -> rules.add(limit(Kind.SHADOW_SAME_MASK, SAME_MASK));
            case MULTI_LABEL_CLASSIFICATION -> rules.add(limit(Kind.SHADOW_FINDING_PRESENT, PRESENT));
            case CLASSIFICATION -> {}
        }
        return List.copyOf(rules);
    }

    private static PromotionRule limit(Kind kind, double value) {
        return new PromotionRule(kind, Optional.empty(), Optional.of(value));
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
            throw ProblemException.invalid(
                    "Rule " + kind + " has no value: give the least value, the margin or the limit");
        }
        if (value.isPresent() && !(value.get() >= 0 && value.get() <= 1)) {
            throw ProblemException.invalid("Rule " + kind + " has the value " + value.get() + ": give one from 0 to 1");
        }
    }
}
