package org.roentgen.domain.object;

import java.util.Map;
import java.util.TreeMap;

/** Several objects under names, stored as an object itself: JSON with its entries in name order (a model package). */
public record ObjectDirectory(Map<String, ObjectId> entries) {
    public ObjectDirectory {
        entries = java.util.Collections.unmodifiableMap(new TreeMap<>(entries));
    }
}
