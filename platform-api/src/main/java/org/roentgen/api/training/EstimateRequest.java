package org.roentgen.api.training;

import java.util.UUID;

/** What would be trained on what. */
public record EstimateRequest(UUID datasetVersionId, SpecRequest spec) {}
