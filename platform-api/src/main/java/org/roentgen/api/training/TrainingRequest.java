package org.roentgen.api.training;

import java.util.UUID;
import org.roentgen.domain.model.TrainingSpec;

/** What to train on what. */
public record TrainingRequest(String modelName, UUID datasetVersionId, SpecRequest spec) {
    /** A {@link TrainingSpec} with what may be left out. */
    TrainingSpec trainingSpec() {
        return spec.complete();
    }
}
