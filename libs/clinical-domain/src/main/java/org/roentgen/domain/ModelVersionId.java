package org.roentgen.domain;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies one version of a registered model. */
public record ModelVersionId(@JsonValue UUID value) {
    @JsonCreator
    public ModelVersionId {}

    public static ModelVersionId random() {
        return new ModelVersionId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
