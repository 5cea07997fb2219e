package org.roentgen.api.crosswalk;

import java.util.Optional;

/**
 * What a pseudonym stands for.
 *
 * @param original empty where the pseudonym is unknown or was erased
 * @param person the pseudonym of the person whom it concerns
 */
public record Original(String pseudonym, Optional<String> kind, Optional<String> original, Optional<String> person) {}
