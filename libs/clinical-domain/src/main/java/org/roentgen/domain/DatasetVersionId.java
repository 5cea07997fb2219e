package org.roentgen.domain;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies one immutable dataset version. */
public record DatasetVersionId(@JsonValue UUID value) {
    @JsonCreator
    public DatasetVersionId {}

    public static DatasetVersionId random() {
        return new DatasetVersionId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
