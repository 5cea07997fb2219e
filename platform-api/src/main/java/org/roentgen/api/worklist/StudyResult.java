package org.roentgen.api.worklist;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.roentgen.api.review.ReviewView;
import org.roentgen.domain.inference.Finding;

/**
 * What a model said of a series of the study, with the objects that hold it.
 *
 * @param software versions of what the result was made with: platform, Java, ONNX Runtime
 */
public record StudyResult(
        UUID runId,
        String seriesInstanceUid,
        String modelName,
        int modelVersion,
        List<Finding> findings,
        Map<String, String> software,
        Optional<String> segInstanceUid,
        Optional<String> segSeriesInstanceUid,
        Optional<String> srInstanceUid,
        Optional<ReviewView> review) {}
