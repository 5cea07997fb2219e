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
 */
record Evidence(JsonNode evaluation, Set<CardSection> written, Optional<String> production) {}
