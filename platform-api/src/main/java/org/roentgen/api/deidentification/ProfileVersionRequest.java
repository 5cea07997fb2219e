package org.roentgen.api.deidentification;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * A new version of a profile.
 *
 * @param definition options, dates, overrides and safe private elements, as {@code ./roentgen deidentify --profile FILE} takes them
 */
public record ProfileVersionRequest(@Nullable JsonNode definition) {}
