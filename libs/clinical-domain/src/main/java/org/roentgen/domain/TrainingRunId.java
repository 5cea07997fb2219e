package org.roentgen.domain;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies one training run. */
public record TrainingRunId(@JsonValue UUID value) {
    @JsonCreator
    public TrainingRunId {}

    public static TrainingRunId random() {
        return new TrainingRunId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
