package org.roentgen.domain.dataset;

import java.util.Optional;

/**
 * One label of a task.
 *
 * @param value the value in label maps, or the class index
 * @param name for people
 * @param code the coded concept (PS3.3 8.8), where there is one
 */
public record LabelDefinition(int value, String name, Optional<CodedConcept> code) {}
