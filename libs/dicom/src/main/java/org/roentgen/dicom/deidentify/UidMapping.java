package org.roentgen.dicom.deidentify;

/**
 * A UID that was replaced. It belongs into the crosswalk and nowhere else.
 *
 * @param original the UID in the identified zone
 * @param pseudonym the UID in its place
 */
public record UidMapping(String original, String pseudonym) {
    /** Not the original. */
    @Override
    public String toString() {
        return "UidMapping[" + pseudonym + "]";
    }
}
