package org.roentgen.dicom.object;

import java.util.Optional;

/**
 * What the values of a map measure.
 *
 * @param label of 1 to 16 characters
 * @param explanation of 1 to 64 characters, for people
 * @param meaning such as (113041, DCM, Apparent Diffusion Coefficient)
 * @param unit in UCUM, such as (mm2/s, UCUM, square millimeter per second)
 */
public record Quantity(String label, String explanation, Optional<Code> meaning, Code unit) {
    public Quantity {
        if (label.isBlank() || label.length() > 16 || explanation.isBlank() || explanation.length() > 64) {
            throw new IllegalArgumentException(
                    "Quantity '%s' needs a label of 1 to 16 and an explanation of 1 to 64 characters".formatted(label));
        }
    }
}
