package org.roentgen.dicom.deidentify.burnedin;

import java.util.List;
import org.roentgen.dicom.DicomFile;

/**
 * An image after it was looked at.
 *
 * @param file the file; the same where nothing had to be blanked
 * @param blanked the rectangles that were blanked in every frame
 * @param keptRegions where not empty, everything outside of these regions was blanked too
 */
public record Cleaned(DicomFile file, List<Box> blanked, List<Box> keptRegions) {
    public Cleaned {
        blanked = List.copyOf(blanked);
        keptRegions = List.copyOf(keptRegions);
    }

    /** True where pixels were changed. */
    public boolean isChanged() {
        return !blanked.isEmpty() || !keptRegions.isEmpty();
    }
}
