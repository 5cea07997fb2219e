package org.roentgen.api.dicomweb;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.roentgen.api.problem.ProblemException;

/** Collects the SQL conditions of a query; values only ever become parameters. */
final class QueryCondition {
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    void add(QueryAttribute attribute, String value, boolean fuzzy) {
        switch (attribute.matching()) {
            case NONE -> throw ProblemException.invalid("Attribute " + attribute + " cannot be matched, only returned");
            case TEXT -> like("cast(" + attribute.column() + " as text)", pattern(value), "like");
            case NAME -> like(attribute.column(), fuzzy ? "%" + pattern(value) + "%" : pattern(value), "ilike");
            case MODALITIES ->
                like("'\\' || " + attribute.column() + " || '\\'", "%\\\\" + pattern(value) + "\\\\%", "like");
            case UIDS ->
                conditions.add(attribute.column() + " in (" + parameter(List.of(value.split("[,\\\\]"))) + ")");
            case RANGE -> range(attribute.column(), value);
        }
    }

    String where() {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    private void like(String column, String pattern, String operator) {
        conditions.add(column + " " + operator + " " + parameter(pattern));
    }

    /** {@code a-b}, {@code a-}, {@code -b} or one value. */
    private void range(String column, String value) {
        int dash = value.indexOf('-');
        if (dash < 0) {
            like(column, pattern(value), "like");
            return;
        }
        conditions.add(column + " <> ''");
        if (dash > 0) {
            conditions.add(column + " >= " + parameter(value.substring(0, dash)));
        }
        if (dash < value.length() - 1) {
            conditions.add(column + " <= " + parameter(value.substring(dash + 1)));
        }
    }

    /** DICOM wild cards to those of SQL. */
    private static String pattern(String value) {
        return value.replace("\\", "\\\\")
                .replace("%", "\\%")
                .replace("_", "\\_")
                .replace('*', '%')
                .replace('?', '_');
    }

    private String parameter(Object value) {
        String name = "value" + parameters.size();
        parameters.put(name, value);
        return ":" + name;
    }
}
