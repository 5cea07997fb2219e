package org.roentgen.api.deidentification;

import org.jspecify.annotations.Nullable;

/**
 * A new key for the pseudonyms of a project.
 *
 * @param reason why; it stands in the audit trail
 */
public record KeyRotationRequest(@Nullable String reason) {}
