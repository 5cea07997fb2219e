package org.roentgen.api.model;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * A model version with the manifest and the evaluation of its package.
 *
 * @param comparison with the version in production, where it was run after the package was made
 */
public record ModelVersionDetail(
        @JsonUnwrapped ModelVersionView version,
        Optional<JsonNode> manifest,
        Optional<JsonNode> evaluation,
        Optional<LaterComparison> comparison) {}
