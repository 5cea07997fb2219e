package org.roentgen.api.training;

import java.util.UUID;

/** What to train on what. */
public record TrainingRequest(String modelName, UUID datasetVersionId, SpecRequest spec) {}
