package org.roentgen.api.deidentification;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Element;
import org.roentgen.dicom.Tags;
import org.roentgen.dicom.VR;

/**
 * An instance before and after, attribute by attribute. It shows the patient's identity: for administrators, and every look is
 * in the audit trail.
 *
 * @param attributes all attributes of either, in the order of their tags
 */
public record InstanceDifference(UUID instanceId, List<AttributeDifference> attributes) {
    private static final int LONGEST = 256;

    /**
     * One attribute.
     *
     * @param before the original value; empty where there was none
     * @param after the value in the copy; empty where there is none
     * @param action what was done; empty where it simply stayed
     */
    public record AttributeDifference(
            String path, String name, Optional<String> before, Optional<String> after, Optional<String> action) {}

    static InstanceDifference of(InstanceRecord record, DataSet original, DataSet copy) {
        Map<String, String> before = new TreeMap<>();
        Map<String, String> after = new TreeMap<>();
        flatten(original, "", before);
        flatten(copy, "", after);
        Map<String, String> actions = record.attributes().stream()
                .collect(Collectors.toMap(
                        InstanceRecord.InstanceAction::path,
                        InstanceRecord.InstanceAction::action,
                        (first, _) -> first));
        TreeSet<String> paths = new TreeSet<>(before.keySet());
        paths.addAll(after.keySet());
        List<AttributeDifference> differences = new ArrayList<>();
        for (String path : paths) {
            differences.add(new AttributeDifference(
                    path,
                    AttributePaths.name(path),
                    Optional.ofNullable(before.get(path)),
                    Optional.ofNullable(after.get(path)),
                    Optional.ofNullable(actions.get(path))));
        }
        return new InstanceDifference(record.instanceId(), differences);
    }

    private static void flatten(DataSet dataSet, String prefix, Map<String, String> values) {
        for (Element element : dataSet) {
            String path = prefix + Tags.format(element.tag());
            VR vr = dataSet.vr(element);
            if (vr.isSequence()) {
                List<DataSet> items = dataSet.items(element.tag());
                values.put(path, items.size() + (items.size() == 1 ? " item" : " items"));
                for (int index = 0; index < items.size(); index++) {
                    flatten(items.get(index), path + "[" + index + "].", values);
                }
            } else {
                values.put(path, text(dataSet, element, vr));
            }
        }
    }

    private static String text(DataSet dataSet, Element element, VR vr) {
        if (vr.isBulk() || vr == VR.UN) {
            return "(" + vr + ")";
        }
        String text = String.join("\\", dataSet.strings(element));
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
