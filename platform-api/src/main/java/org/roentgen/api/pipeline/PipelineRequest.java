package org.roentgen.api.pipeline;

import java.util.Optional;
import org.roentgen.domain.pipeline.PipelineDefinition;

/** A new pipeline, with its first version if there is a definition. */
public record PipelineRequest(String name, Optional<PipelineDefinition> definition) {}
