package org.roentgen.api.model;

import org.jspecify.annotations.Nullable;

/** Why the version in production has to go. */
public record RollbackRequest(@Nullable String reason) {}
