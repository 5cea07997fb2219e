package org.roentgen.dicom.validate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The functional group macros of the IODs that are checked (PS3.3 A), by SOP class, from the generated table. */
final class FunctionalGroupTable {
    /**
     * A macro that an IOD uses.
     *
     * @param sequence the sequence that the macro consists of
     * @param macro its name in {@link ModuleTable}
     * @param condition when each frame needs it, looked up in the data set; null where the table knows none
     */
    record Group(int sequence, String macro, @Nullable Condition condition) {}

    static final FunctionalGroupTable INSTANCE = new FunctionalGroupTable(Tables.lines("functional-groups.tsv"));

    private static final String MANDATORY = "M";

    private final Map<String, List<Group>> bySopClass = new HashMap<>();

    private FunctionalGroupTable(List<String> lines) {
        for (String line : lines) {
            String[] fields = line.split("\t");
            bySopClass
                    .computeIfAbsent(fields[0], sopClass -> new ArrayList<>())
                    .add(new Group(
                            Integer.parseUnsignedInt(fields[1], 16),
                            fields[2],
                            fields.length > 3 ? condition(fields[3]) : null));
        }
    }

    private static Condition condition(String text) {
        return text.equals(MANDATORY) ? new Condition.AllOf(List.of()) : Condition.parse(text);
    }

    List<Group> find(String sopClassUid) {
        return bySopClass.getOrDefault(sopClassUid, List.of());
    }
}
