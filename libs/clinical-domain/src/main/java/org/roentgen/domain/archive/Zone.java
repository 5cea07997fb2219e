package org.roentgen.domain.archive;

/** The two parts of the archive; workers reach only the de-identified one. */
public enum Zone {
    IDENTIFIED,
    DEIDENTIFIED
}
