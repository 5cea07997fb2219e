package org.roentgen.dicom.validate;

import java.util.List;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Tag;

/** Checks that each frame has its functional groups, and these their attributes (PS3.3 C.7.6.16). */
final class FunctionalGroupCheck {
    private final DataSet dataSet;
    private final Findings findings;
    private final RequirementCheck requirements;
    private final List<FunctionalGroupTable.Group> groups;

    FunctionalGroupCheck(DataSet dataSet, Findings findings) {
        this.dataSet = dataSet;
        this.findings = findings;
        requirements = new RequirementCheck(List.of(), findings);
        groups = FunctionalGroupTable.INSTANCE.find(dataSet.string(Tag.SOPClassUID, ""));
    }

    void check() {
        List<DataSet> shared = dataSet.items(Tag.SharedFunctionalGroupsSequence);
        List<DataSet> frames = dataSet.items(Tag.PerFrameFunctionalGroupsSequence);
        if (frames.isEmpty() && shared.isEmpty()) {
            return;
        }
        if (!frames.isEmpty()) {
            checkCount(frames.size());
        }
        for (FunctionalGroupTable.Group group : groups) {
            if (group.condition() != null && group.condition().holds(dataSet)) {
                checkPresence(group.sequence(), shared, frames);
            }
        }
        checkItems(Tag.SharedFunctionalGroupsSequence, shared);
        checkItems(Tag.PerFrameFunctionalGroupsSequence, frames);
    }

    private void checkCount(int frames) {
        int expected = dataSet.integer(Tag.NumberOfFrames, 1);
        if (frames != expected) {
            findings.error(
                    Findings.path("", Tag.PerFrameFunctionalGroupsSequence),
                    ValidationRule.FUNCTIONAL_GROUPS,
                    "there are functional groups for " + frames + " frames, Number of Frames is " + expected);
        }
    }

    private void checkPresence(int sequence, List<DataSet> shared, List<DataSet> frames) {
        if (shared.stream().anyMatch(item -> item.contains(sequence))) {
            return;
        }
        if (frames.isEmpty()) {
            findings.error(
                    Findings.path(Findings.item(Findings.path("", Tag.SharedFunctionalGroupsSequence), 0), sequence),
                    ValidationRule.FUNCTIONAL_GROUPS,
                    Findings.name(sequence) + " is not in the shared groups, and there are none of frames");
            return;
        }
        String path = Findings.path("", Tag.PerFrameFunctionalGroupsSequence);
        for (int index = 0; index < frames.size(); index++) {
            if (!frames.get(index).contains(sequence)) {
                findings.error(
                        Findings.path(Findings.item(path, index), sequence),
                        ValidationRule.FUNCTIONAL_GROUPS,
                        Findings.name(sequence) + " is neither in the shared groups nor in those of this frame");
                return;
            }
        }
    }

    private void checkItems(int sequence, List<DataSet> items) {
        for (int index = 0; index < items.size() && !findings.isFull(); index++) {
            DataSet item = items.get(index);
            String path = Findings.item(Findings.path("", sequence), index);
            for (FunctionalGroupTable.Group group : groups) {
                if (item.contains(group.sequence())) {
                    requirements.check(group.macro(), item, path);
                }
            }
        }
    }
}
