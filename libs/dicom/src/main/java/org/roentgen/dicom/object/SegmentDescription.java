package org.roentgen.dicom.object;

import java.util.Optional;

/**
 * What a segment shows (PS3.3 C.8.20.2).
 *
 * @param number from 1; the label in label maps
 * @param label for people
 * @param category such as (123037004, SCT, Body structure)
 * @param type such as (4958002, SCT, Amygdala)
 * @param color for display
 */
public record SegmentDescription(int number, String label, Code category, Code type, Optional<CieLab> color) {
    /** Category of anatomical structures. */
    public static final Code BODY_STRUCTURE = new Code("123037004", "SCT", "Anatomical Structure");

    public SegmentDescription {
        if (number < 1 || number > 65_535 || label.isBlank() || label.length() > 64) {
            throw new IllegalArgumentException(
                    "Segment %d '%s' needs a number of 1 to 65535 and a label of 1 to 64 characters"
                            .formatted(number, label));
        }
    }
}
