package org.roentgen.api.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/** One immutable version. */
public record PipelineVersionView(int version, JsonNode definition, String createdBy, Instant createdAt) {}
