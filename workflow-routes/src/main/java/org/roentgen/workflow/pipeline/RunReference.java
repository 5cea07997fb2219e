package org.roentgen.workflow.pipeline;

import java.util.UUID;

/** Which run of which pipeline version over which series a step belongs to. */
public record RunReference(UUID runId, UUID pipelineVersionId, UUID studyId, UUID seriesId) {}
