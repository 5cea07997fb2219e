package org.roentgen.dicom.deidentify;

import java.util.List;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.deidentify.burnedin.Box;

/**
 * A de-identified instance with its record.
 *
 * @param file the file, to be written to the de-identified zone
 * @param actions what happened to each attribute that did not simply stay, without values
 * @param uids the replaced UIDs, for the crosswalk
 * @param blanked the rectangles of every frame that were blanked, in pixels
 */
public record Deidentified(DicomFile file, List<AttributeAction> actions, List<UidMapping> uids, List<Box> blanked) {
    public Deidentified {
        blanked = List.copyOf(blanked);
        actions = List.copyOf(actions);
        uids = List.copyOf(uids);
    }
}
