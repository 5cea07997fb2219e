package org.roentgen.store.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Function;
import org.roentgen.domain.error.ErrorCode;
import org.roentgen.domain.error.RoentgenException;

/** Collects the SQL conditions of a search; values only ever become parameters. */
final class Conditions {
    private final List<String> conditions = new ArrayList<>();
    private final List<String> itemConditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();
    private final boolean fuzzyNames;

    Conditions(boolean fuzzyNames) {
        this.fuzzyNames = fuzzyNames;
    }

    /** @throws RoentgenException {@link ErrorCode#INVALID_QUERY} if a value has not the form that the attribute needs */
    void add(SearchKey key) {
        SearchAttribute attribute = key.attribute();
        if (key.isUniversal() || attribute.matching() == Matching.NONE) {
            return;
        }
        String column = attribute.column();
        switch (attribute.matching()) {
            case TEXT -> conditions.add(any(key, value -> column + " like " + pattern(value)));
            case NAME -> conditions.add(any(key, value -> name(column + "_key", value)));
            case NUMBER -> conditions.add(any(key, value -> column + " = " + number(attribute, value)));
            case DATE -> conditions.add(any(key, value -> between(column, ValueRange.ofDates(attribute, value))));
            case TIME -> conditions.add(any(key, value -> between(column, ValueRange.ofTimes(attribute, value))));
            case UID -> conditions.add(column + " in (" + parameter(key.values()) + ")");
            case OF_SERIES ->
                conditions.add("exists (select 1 from series x where x.study_id = s.id and "
                        + any(key, value -> "x.modality like " + pattern(value)) + ")");
            case OF_INSTANCES ->
                conditions.add("exists (select 1 from instance y join series x on x.id = y.series_id"
                        + " where x.study_id = s.id and y.sop_class_uid in (" + parameter(key.values()) + "))");
            case OF_ITEM -> itemConditions.add(any(key, value -> "r." + column + " like " + pattern(value)));
            default -> throw new IllegalStateException(attribute.matching().name());
        }
    }

    String where() {
        List<String> all = new ArrayList<>(conditions);
        if (!itemConditions.isEmpty()) {
            all.add("exists (select 1 from series_request r where r.series_id = e.id and "
                    + String.join(" and ", itemConditions) + ")");
        }
        return all.isEmpty() ? "" : " where " + String.join(" and ", all);
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    private static String any(SearchKey key, Function<String, String> condition) {
        StringJoiner any = new StringJoiner(" or ", "(", ")");
        key.values().stream().filter(value -> !value.isEmpty()).forEach(value -> any.add(condition.apply(value)));
        return any.toString();
    }

    /** The whole name or one of its component groups; or, fuzzily, the beginnings of its words. */
    private String name(String column, String value) {
        if (!fuzzyNames) {
            return "exists (select 1 from unnest(array_append(string_to_array(" + column + ", '='), " + column
                    + ")) g where g like " + pattern(NameKey.of(value)) + ")";
        }
        StringJoiner words = new StringJoiner(" and ", "(", ")");
        words.setEmptyValue("true");
        NameKey.words(value)
                .forEach(word -> words.add("exists (select 1 from regexp_split_to_table(" + column
                        + ", '[=^,. ]+') w where w like " + pattern(word + "*") + ")"));
        return words.toString();
    }

    private String between(String column, ValueRange range) {
        StringJoiner bounds = new StringJoiner(" and ", "(", ")");
        bounds.add(column + " <> ''");
        if (!range.from().isEmpty()) {
            bounds.add(column + " collate \"C\" >= " + parameter(range.from()));
        }
        if (!range.to().isEmpty()) {
            bounds.add(column + " collate \"C\" <= " + parameter(range.to()));
        }
        return bounds.toString();
    }

    private String number(SearchAttribute attribute, String value) {
        try {
            return parameter(Integer.parseInt(value.strip()));
        } catch (NumberFormatException _) {
            throw new RoentgenException(
                    ErrorCode.INVALID_QUERY, ValueRange.name(attribute) + " must be a whole number");
        }
    }

    /** DICOM wild cards to those of SQL. */
    private String pattern(String value) {
        return parameter(value.replace("\\", "\\\\")
                .replace("%", "\\%")
                .replace("_", "\\_")
                .replace('*', '%')
                .replace('?', '_'));
    }

    private String parameter(Object value) {
        String name = "value" + parameters.size();
        parameters.put(name, value);
        return ":" + name;
    }
}
