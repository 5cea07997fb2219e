package org.roentgen.store.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A match by tags, in the form of a data set whose text is Unicode.
 *
 * @param values of the top level; no value where the archive has none
 * @param sequences items of sequences
 */
public record ArchiveMatch(Map<Integer, List<String>> values, Map<Integer, List<Map<Integer, String>>> sequences) {
    public ArchiveMatch {
        values = Map.copyOf(values);
        sequences = Map.copyOf(sequences);
    }

    /** The one value; empty text where there is none. */
    public String text(SearchAttribute attribute) {
        List<String> found = values.getOrDefault(attribute.tag(), List.of());
        return found.isEmpty() ? "" : found.getFirst();
    }

    static ArchiveMatch of(Iterable<SearchAttribute> attributes, Function<SearchAttribute, String> texts) {
        Map<Integer, List<String>> values = new HashMap<>();
        Map<Integer, List<Map<Integer, String>>> sequences = new HashMap<>();
        for (SearchAttribute attribute : attributes) {
            String text = texts.apply(attribute);
            List<String> split = text.isEmpty() ? List.of() : List.of(text.split("\\\\", -1));
            if (attribute.sequence() == SearchAttribute.NO_SEQUENCE) {
                values.put(attribute.tag(), split);
            } else {
                addToItems(sequences.computeIfAbsent(attribute.sequence(), _ -> new ArrayList<>()), attribute, split);
            }
        }
        return new ArchiveMatch(values, sequences);
    }

    private static void addToItems(List<Map<Integer, String>> items, SearchAttribute attribute, List<String> values) {
        for (int index = 0; index < values.size(); index++) {
            if (index == items.size()) {
                items.add(new HashMap<>());
            }
            items.get(index).put(attribute.tag(), values.get(index));
        }
    }
}
