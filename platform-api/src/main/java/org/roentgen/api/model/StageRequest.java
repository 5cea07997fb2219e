package org.roentgen.api.model;

import org.jspecify.annotations.Nullable;
import org.roentgen.store.entity.ModelVersion;

/** A stage for a version, and why. Production is reached by a promotion only. */
public record StageRequest(
        ModelVersion.@Nullable Stage stage, @Nullable String reason) {}
