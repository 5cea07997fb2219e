package org.roentgen.imaging.quality;

import java.util.List;

/**
 * Something about a data set that a person should look at.
 *
 * @param cases ids of the cases that it is about
 * @param fix what to do about it
 */
public record QualityFinding(Kind kind, Severity severity, List<String> cases, String message, String fix) {
    /** What was found. */
    public enum Kind {
        PATIENT_IN_TWO_SPLITS,
        /** The same patient may have several pseudonyms. */
        MIXED_KEYS,
        DUPLICATE,
        NEAR_DUPLICATE,
        MIRRORED,
        DOUBTFUL_LABEL,
        SWAPPED_LABELS,
        MISSING_LABEL,
        ODD_INTENSITY,
        ODD_GEOMETRY
    }

    /** How much it can harm. */
    public enum Severity {
        /** The evaluation cannot be believed. */
        HIGH,
        /** The model may learn what is wrong. */
        MEDIUM,
        /** Unusual, perhaps meant. */
        LOW
    }

    public QualityFinding {
        cases = List.copyOf(cases);
    }
}
