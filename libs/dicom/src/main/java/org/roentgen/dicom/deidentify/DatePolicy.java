package org.roentgen.dicom.deidentify;

/** What happens to dates and times of the acquisition. */
public enum DatePolicy {
    /** As the basic profile says: emptied, removed or replaced. */
    REMOVE,
    /** All dates of a patient move by one keyed number of whole weeks; times of day stay, so that intervals stay. */
    SHIFT,
    /** Dates keep their year, times of day go. */
    YEAR,
    /** Dates and times stay. */
    KEEP
}
