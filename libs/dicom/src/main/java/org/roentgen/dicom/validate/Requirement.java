package org.roentgen.dicom.validate;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roentgen.dicom.DataSet;

/**
 * A line of a module or macro table.
 *
 * @param tag the attribute
 * @param type 1, 1C, 2, 2C or 3
 * @param condition of types 1C and 2C; null where the table knows none
 * @param items what the items of a sequence need
 * @param macros what they need besides, by the names of macros
 */
record Requirement(int tag, String type, @Nullable Condition condition, List<Requirement> items, List<String> macros) {

    /** Whether the attribute must be there, empty or not. */
    boolean appliesTo(DataSet dataSet) {
        return type.equals("1") || type.equals("2") || condition != null && condition.holds(dataSet);
    }

    /** Whether it asks for nothing, neither of the attribute nor of its items. */
    boolean isOptional() {
        return type.equals("3") && items.isEmpty() && macros.isEmpty();
    }

    boolean needsValue() {
        return type.startsWith("1");
    }

    static Requirement of(int tag, String type, @Nullable Condition condition) {
        return new Requirement(tag, type, condition, new ArrayList<>(), new ArrayList<>());
    }
}
