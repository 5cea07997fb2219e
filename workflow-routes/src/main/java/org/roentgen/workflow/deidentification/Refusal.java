package org.roentgen.workflow.deidentification;

import java.util.List;
import org.roentgen.dicom.deidentify.DoubtfulPixelsException;
import org.roentgen.dicom.deidentify.RefusedException;
import org.roentgen.dicom.deidentify.burnedin.Box;

/**
 * Why an instance was not de-identified.
 *
 * @param isDoubtful true where a person can decide what is blanked
 * @param found the rectangles that were found in an image in doubt
 */
record Refusal(String reason, boolean isDoubtful, List<Box> found) {
    Refusal {
        found = List.copyOf(found);
    }

    Refusal(String reason) {
        this(reason, false, List.of());
    }

    static Refusal of(RefusedException refused) {
        String reason = String.valueOf(refused.getMessage());
        return refused instanceof DoubtfulPixelsException doubt
                ? new Refusal(reason, true, doubt.found())
                : new Refusal(reason);
    }
}
