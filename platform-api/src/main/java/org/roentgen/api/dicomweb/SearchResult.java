package org.roentgen.api.dicomweb;

import java.util.List;
import org.roentgen.dicom.DataSet;

/**
 * A page of what was found.
 *
 * @param remaining how many more there are behind it
 */
record SearchResult(List<DataSet> matches, long remaining) {
    SearchResult {
        matches = List.copyOf(matches);
    }
}
