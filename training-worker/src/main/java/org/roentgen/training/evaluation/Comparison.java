package org.roentgen.training.evaluation;

import java.util.List;
import java.util.Optional;
import org.roentgen.domain.object.ObjectId;

/**
 * This model beside another one, on the same test cases.
 *
 * @param reference package of the other model
 * @param cases on which both were run
 * @param excluded test cases left out, for the other model has learned from their patients
 * @param refusal why the two cannot be compared; then there are no metrics
 */
public record Comparison(ObjectId reference, int cases, int excluded, List<Metric> metrics, Optional<String> refusal) {
    public Comparison {
        metrics = List.copyOf(metrics);
    }

    static Comparison refused(ObjectId reference, int excluded, String why) {
        return new Comparison(reference, 0, excluded, List.of(), Optional.of(why));
    }

    /** How a difference was tested. */
    public enum Method {
        /** DeLong et al. 1988, for areas under ROC curves. */
        DELONG,
        PAIRED_BOOTSTRAP
    }

    /**
     * One metric of both.
     *
     * @param difference this model minus the other, from {@code lower} to {@code upper} with 95% confidence
     * @param pValue two-sided, of no difference
     */
    public record Metric(
            String name,
            double value,
            double reference,
            double difference,
            double lower,
            double upper,
            double pValue,
            Method method) {}
}
