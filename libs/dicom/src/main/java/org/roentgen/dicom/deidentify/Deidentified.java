package org.roentgen.dicom.deidentify;

import java.util.List;
import org.roentgen.dicom.DicomFile;

/**
 * A de-identified instance with its record.
 *
 * @param file the file, to be written to the de-identified zone
 * @param actions what happened to each attribute that did not simply stay, without values
 * @param uids the replaced UIDs, for the crosswalk
 */
public record Deidentified(DicomFile file, List<AttributeAction> actions, List<UidMapping> uids) {
    public Deidentified {
        actions = List.copyOf(actions);
        uids = List.copyOf(uids);
    }
}
