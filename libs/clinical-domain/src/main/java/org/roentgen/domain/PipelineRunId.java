package org.roentgen.domain;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies one run of a pipeline version over one series. */
public record PipelineRunId(@JsonValue UUID value) {
    @JsonCreator
    public PipelineRunId {}

    public static PipelineRunId random() {
        return new PipelineRunId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
