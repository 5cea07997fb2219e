package org.roentgen.workflow.pipeline;

import java.util.UUID;
import org.roentgen.domain.pipeline.PipelineDefinition;

/** One version of a pipeline; never changes. */
public record PipelineVersion(UUID id, String name, int version, PipelineDefinition definition) {}
