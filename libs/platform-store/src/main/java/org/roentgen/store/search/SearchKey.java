package org.roentgen.store.search;

import java.util.List;

/**
 * A key of a search. No value, an empty one, or {@code *} matches everything (universal matching, PS3.4 section C.2.2.2.3);
 * of several values one must match.
 */
public record SearchKey(SearchAttribute attribute, List<String> values) {
    public SearchKey {
        values = List.copyOf(values);
    }

    public static SearchKey of(SearchAttribute attribute, String... values) {
        return new SearchKey(attribute, List.of(values));
    }

    boolean isUniversal() {
        return values.stream().allMatch(String::isEmpty) || values.contains("*");
    }
}
