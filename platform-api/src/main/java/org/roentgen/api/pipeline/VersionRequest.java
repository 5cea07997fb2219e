package org.roentgen.api.pipeline;

import org.roentgen.domain.pipeline.PipelineDefinition;

/** A new version of a pipeline. */
public record VersionRequest(PipelineDefinition definition) {}
