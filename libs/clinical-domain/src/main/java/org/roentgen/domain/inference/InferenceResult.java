package org.roentgen.domain.inference;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.roentgen.domain.ModelVersionId;

/**
 * What a model said of a series.
 *
 * @param device {@code cpu} or {@code cuda:0}
 * @param software versions of what it was made with: platform, Java, ONNX Runtime; older results name none
 * @param milliseconds time in the engine, preprocessing included
 */
public record InferenceResult(
        ModelVersionId modelVersion,
        List<Finding> findings,
        Optional<LabelMapReference> labelMap,
        String device,
        Map<String, String> software,
        long milliseconds) {
    public InferenceResult {
        findings = List.copyOf(findings);
        software = software == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(software));
    }
}
