package org.roentgen.store.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The SQL condition of a filter. */
record AuditQuery(String where, Map<String, Object> parameters) {
    static AuditQuery of(AuditFilter filter) {
        List<String> conditions = new ArrayList<>();
        Map<String, Object> parameters = new HashMap<>();
        filter.from().ifPresent(from -> {
            conditions.add("at >= :from");
            parameters.put("from", from);
        });
        filter.to().ifPresent(to -> {
            conditions.add("at < :to");
            parameters.put("to", to);
        });
        filter.actor().ifPresent(actor -> {
            conditions.add("actor = :actor");
            parameters.put("actor", actor);
        });
        filter.action().ifPresent(action -> {
            conditions.add("(action = :action or starts_with(action, :prefix))");
            parameters.put("action", action);
            parameters.put("prefix", action + ".");
        });
        return new AuditQuery(conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions), parameters);
    }
}
