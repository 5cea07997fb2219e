package org.roentgen.dicom.validate;

import java.util.List;
import java.util.Map;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.Uid;

/** Checks that each frame has its functional groups (PS3.3 C.7.6.16). */
final class FunctionalGroupCheck {
    /** The macros that are mandatory for an IOD wherever they stand. */
    private static final Map<String, List<Integer>> MANDATORY = Map.of(
            Uid.EnhancedCTImageStorage,
            List.of(Tag.PixelMeasuresSequence, Tag.PlanePositionSequence, Tag.PlaneOrientationSequence),
            Uid.EnhancedMRImageStorage,
            List.of(Tag.PixelMeasuresSequence, Tag.PlanePositionSequence, Tag.PlaneOrientationSequence));

    private final DataSet dataSet;
    private final Findings findings;

    FunctionalGroupCheck(DataSet dataSet, Findings findings) {
        this.dataSet = dataSet;
        this.findings = findings;
    }

    void check() {
        List<DataSet> frames = dataSet.items(Tag.PerFrameFunctionalGroupsSequence);
        if (frames.isEmpty()) {
            return;
        }
        String path = Findings.path("", Tag.PerFrameFunctionalGroupsSequence);
        int expected = dataSet.integer(Tag.NumberOfFrames, 1);
        if (frames.size() != expected) {
            findings.error(
                    path,
                    ValidationRule.FUNCTIONAL_GROUPS,
                    "there are functional groups for " + frames.size() + " frames, Number of Frames is " + expected);
        }
        DataSet shared = dataSet.item(Tag.SharedFunctionalGroupsSequence).orElse(DataSet.EMPTY);
        for (int macro : MANDATORY.getOrDefault(dataSet.string(Tag.SOPClassUID, ""), List.of())) {
            checkMacro(macro, shared, frames, path);
        }
    }

    private void checkMacro(int macro, DataSet shared, List<DataSet> frames, String path) {
        if (shared.contains(macro)) {
            return;
        }
        for (int index = 0; index < frames.size(); index++) {
            if (!frames.get(index).contains(macro)) {
                findings.error(
                        Findings.path(Findings.item(path, index), macro),
                        ValidationRule.FUNCTIONAL_GROUPS,
                        Findings.name(macro) + " is neither in the shared groups nor in those of this frame");
                return;
            }
        }
    }
}
