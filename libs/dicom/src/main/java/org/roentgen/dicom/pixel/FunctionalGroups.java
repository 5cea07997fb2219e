package org.roentgen.dicom.pixel;

import java.util.List;
import java.util.Optional;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Tag;

/** Looks up macros of enhanced multi-frame images (PS3.3 C.7.6.16). */
final class FunctionalGroups {
    private FunctionalGroups() {}

    /** The data set that holds a macro for a frame: its own group, the shared one, or nothing. */
    static Optional<DataSet> find(DataSet dataSet, int frame, int macroSequence) {
        List<DataSet> perFrame = dataSet.items(Tag.PerFrameFunctionalGroupsSequence);
        Optional<DataSet> own = frame < perFrame.size() ? perFrame.get(frame).item(macroSequence) : Optional.empty();
        return own.isPresent()
                ? own
                : dataSet.item(Tag.SharedFunctionalGroupsSequence).flatMap(shared -> shared.item(macroSequence));
    }
}
