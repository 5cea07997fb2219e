package org.roentgen.api.pipeline;

import java.util.List;
import java.util.Optional;

/** A pipeline with its versions, newest first. */
public record PipelineView(String name, Optional<Integer> activeVersion, List<PipelineVersionView> versions) {}
