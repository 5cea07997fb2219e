package org.roentgen.dicom.object;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Tag;

/** References to instances, grouped as the standard wants them; an instance given more than once is named once. */
final class References {
    private References() {}

    /** Items of a Referenced Series Sequence of the Common Instance Reference module (C.12.2). */
    static List<DataSet> series(List<DataSet> instances) {
        return items(instances, Tag.ReferencedInstanceSequence);
    }

    /** Items of a sequence of series with the images of each in a sequence of the given tag. */
    static List<DataSet> series(List<DataSet> instances, int imageSequence) {
        return items(instances, imageSequence);
    }

    /** Items of an evidence sequence of SR documents (C.17.2): study, series, SOP. */
    static List<DataSet> evidence(List<DataSet> instances) {
        Map<String, List<DataSet>> byStudy = groups(instances, Tag.StudyInstanceUID);
        List<DataSet> items = new ArrayList<>();
        byStudy.forEach((study, ofStudy) -> items.add(DataSet.builder()
                .put(Tag.StudyInstanceUID, study)
                .putItems(Tag.ReferencedSeriesSequence, items(ofStudy, Tag.ReferencedSOPSequence))
                .build()));
        return items;
    }

    /** Instances without repeats, in order. */
    static List<DataSet> distinct(List<DataSet> instances) {
        return groups(instances, Tag.SOPInstanceUID).values().stream()
                .map(List::getFirst)
                .toList();
    }

    private static List<DataSet> items(List<DataSet> instances, int sequence) {
        Map<String, List<DataSet>> bySeries = groups(distinct(instances), Tag.SeriesInstanceUID);
        List<DataSet> items = new ArrayList<>();
        bySeries.forEach((series, ofSeries) -> items.add(DataSet.builder()
                .put(Tag.SeriesInstanceUID, series)
                .putItems(
                        sequence,
                        ofSeries.stream()
                                .map(instance -> Modules.reference(instance).build())
                                .toList())
                .build()));
        return items;
    }

    private static Map<String, List<DataSet>> groups(List<DataSet> instances, int tag) {
        Map<String, List<DataSet>> groups = new LinkedHashMap<>();
        for (DataSet instance : instances) {
            groups.computeIfAbsent(instance.string(tag, ""), key -> new ArrayList<>())
                    .add(instance);
        }
        return groups;
    }
}
