package org.roentgen.domain.inference;

import java.util.List;
import java.util.Optional;
import org.roentgen.domain.ModelVersionId;

/**
 * What a model said of a series.
 *
 * @param device {@code cpu} or {@code cuda:0}
 * @param milliseconds time in the engine, preprocessing included
 */
public record InferenceResult(
        ModelVersionId modelVersion,
        List<Finding> findings,
        Optional<LabelMapReference> labelMap,
        String device,
        long milliseconds) {
    public InferenceResult {
        findings = List.copyOf(findings);
    }
}
