package org.roentgen.api.deidentification;

import org.jspecify.annotations.Nullable;

/** Asks for a study to be de-identified again with the newest approved version of a profile. */
public record StudyRequest(@Nullable String profile) {}
