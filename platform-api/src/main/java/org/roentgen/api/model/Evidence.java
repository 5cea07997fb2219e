package org.roentgen.api.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;

/**
 * What the rules look at.
 *
 * @param evaluation evaluation.json of the package
 * @param written sections of the card that people have written
 * @param production package of the model's version in production, where that is another one
 * @param later comparison with that package, run after the version was registered
 */
record Evidence(
        JsonNode evaluation, Set<CardSection> written, Optional<String> production, Optional<LaterComparison> later) {
    /** With what is in production now, where there is one. */
    Optional<JsonNode> comparison() {
        JsonNode own = evaluation.path("comparison");
        return production.isPresent() && own.path("reference").asText().equals(production.get())
                ? Optional.of(own)
                : later.flatMap(LaterComparison::comparison);
    }
}
