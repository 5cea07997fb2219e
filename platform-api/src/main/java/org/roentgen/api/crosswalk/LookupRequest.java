package org.roentgen.api.crosswalk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Pseudonyms to be read back.
 *
 * @param reason why; it stands in the audit trail
 */
public record LookupRequest(
        @Nullable List<String> pseudonyms, @Nullable String reason) {}
