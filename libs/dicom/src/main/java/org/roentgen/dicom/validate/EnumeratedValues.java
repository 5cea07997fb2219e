package org.roentgen.dicom.validate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Dictionary;

/** Checks values against the enumerated values of PS3.3, from a table kept by hand. */
final class EnumeratedValues {
    private static final Pattern LINE = Pattern.compile("(\\w+)(?:\\[(\\d)])?\t([^\t]+)(?:\t(.+))?");
    private static final Condition ALWAYS = new Condition.AllOf(List.of());
    private static final Map<Integer, List<Row>> ROWS = rows();

    /** The values that value {@code number} of an attribute may have, or all of its values if that is 0. */
    private record Row(int number, List<String> allowed, Condition condition) {}

    private EnumeratedValues() {}

    private static Map<Integer, List<Row>> rows() {
        Map<Integer, List<Row>> rows = new HashMap<>();
        for (String line : Tables.lines("enumerated.tsv")) {
            Matcher fields = LINE.matcher(line);
            if (!fields.matches()) {
                throw new IllegalStateException("line '" + line + "' of enumerated.tsv cannot be read");
            }
            int number = fields.group(2) == null ? 0 : Integer.parseInt(fields.group(2));
            Condition condition = fields.group(4) == null ? ALWAYS : Condition.parse(fields.group(4));
            rows.computeIfAbsent(Dictionary.tag(fields.group(1)).orElseThrow(), tag -> new ArrayList<>())
                    .add(new Row(number, List.of(fields.group(3).split("\\|")), condition));
        }
        return rows;
    }

    /**
     * @param holder the data set or item that holds the attribute
     * @param values the values of the attribute
     */
    static void check(int tag, List<String> values, DataSet holder, String path, Findings findings) {
        for (Row row : ROWS.getOrDefault(tag, List.of())) {
            if (!row.condition().holds(holder)) {
                continue;
            }
            for (int index = 0; index < values.size(); index++) {
                String value = values.get(index).strip();
                if ((row.number() == 0 || row.number() == index + 1)
                        && !value.isEmpty()
                        && !row.allowed().contains(value)) {
                    findings.error(
                            path,
                            ValidationRule.ENUMERATED_VALUE,
                            "value " + (index + 1) + " of " + Findings.name(tag) + " is none of "
                                    + String.join(", ", row.allowed()));
                }
            }
        }
    }
}
