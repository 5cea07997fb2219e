package org.roentgen.api.crosswalk;

import org.jspecify.annotations.Nullable;

/**
 * A person whose way back is to be erased.
 *
 * @param person pseudonym of the Patient ID
 * @param reason why, without naming the person
 */
public record ErasureRequest(
        @Nullable String person, @Nullable String reason) {}
