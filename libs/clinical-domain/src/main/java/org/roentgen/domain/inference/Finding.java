package org.roentgen.domain.inference;

import java.util.Optional;
import org.roentgen.domain.dataset.CodedConcept;

/**
 * One thing that a model says of a series.
 *
 * @param label name of the label that it is about
 * @param quantity {@code volume} or {@code probability}
 * @param unit UCUM: {@code ml} for volumes, {@code 1} for probabilities
 */
public record Finding(String label, Optional<CodedConcept> code, String quantity, double value, String unit) {}
