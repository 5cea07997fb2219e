package org.roentgen.api.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What a version did in the shadow of the version in production, on the same series.
 *
 * @param productionVersion number of the version that it ran beside last; empty where it never did
 * @param meanAgreement from 0 to 1, of the compared series: the Dice of the masks, or 1 less the difference of the probabilities
 * @param meanByLabel the same for each label
 * @param disagreements the newest
 * @param failures what went wrong, the newest
 */
public record ShadowReport(
        Optional<Integer> productionVersion,
        Counts series,
        Optional<Double> meanAgreement,
        Map<String, Double> meanByLabel,
        List<Disagreement> disagreements,
        List<String> failures) {
    /**
     * Series.
     *
     * @param compared with a result of both
     * @param agreed of the compared, those that would be called the same result
     * @param running those where the shadow has not ended
     * @param failed those where the shadow failed, or whose two results cannot be compared
     */
    public record Counts(int compared, int agreed, int running, int failed) {}

    /** A series on which the two differ, by the run of the pipeline that both belong to. */
    public record Disagreement(UUID runId, Instant at, double agreement, Map<String, Double> byLabel) {}
}
