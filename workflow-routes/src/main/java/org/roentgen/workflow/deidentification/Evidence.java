package org.roentgen.workflow.deidentification;

import java.util.List;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.deidentify.Deidentified;
import org.roentgen.dicom.deidentify.Fingerprints;
import org.roentgen.dicom.deidentify.PseudonymKey;
import org.roentgen.dicom.deidentify.burnedin.Box;

/**
 * What was done to one instance.
 *
 * @param regions rectangles of its frames that were blanked
 */
record Evidence(List<AttributeEvidence> actions, List<Box> regions) {
    Evidence {
        actions = List.copyOf(actions);
        regions = List.copyOf(regions);
    }

    /** Fingerprints tell equal values of an attribute within a study only. */
    static Evidence of(DataSet original, Deidentified deidentified, PseudonymKey key) {
        DataSet copy = deidentified.file().dataSet();
        Fingerprints fingerprints = new Fingerprints(key, copy.string(Tag.StudyInstanceUID, ""));
        List<AttributeEvidence> actions = deidentified.actions().stream()
                .map(action -> new AttributeEvidence(
                        action.path(),
                        action.action(),
                        fingerprints.of(original, action.path()),
                        fingerprints.of(copy, action.path())))
                .toList();
        return new Evidence(actions, deidentified.blanked());
    }
}
