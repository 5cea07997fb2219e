package org.roentgen.api.release;

import org.jspecify.annotations.Nullable;

/** Why a data set version should leave the platform. */
public record ReleaseRequest(@Nullable String reason) {}
