package org.roentgen.api.model;

import org.jspecify.annotations.Nullable;

/** The text of a section of a model card. */
public record CardTextRequest(@Nullable String content) {}
