package org.roentgen.dicom.deidentify.answerkey;

import java.util.List;
import java.util.Set;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.deidentify.Profile;

/**
 * An instance with planted identifiers.
 *
 * @param kind name of the kind, for messages
 * @param dataSet the instance
 * @param places every planted place with what has to happen to it
 * @param needles texts that no byte of the output may hold
 */
record Planted(String kind, DataSet dataSet, List<Place> places, Set<String> needles) {
    /**
     * A planted attribute.
     *
     * @param path the sequences with their first items, and the attribute
     * @param expected the letters of the standard that are right here
     */
    record Place(List<Integer> path, String expected) {}

    /** Makes an instance for a profile: attributes that the profile keeps get values that identify nobody. */
    @FunctionalInterface
    interface Maker {
        Planted make(Profile profile, int number);
    }
}
