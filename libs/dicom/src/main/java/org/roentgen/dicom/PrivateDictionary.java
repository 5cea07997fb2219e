package org.roentgen.dicom;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Well-known private elements by creator; read only when the first private element is looked up. */
final class PrivateDictionary {
    static final PrivateDictionary INSTANCE = new PrivateDictionary();

    private final Map<String, Map<Integer, DictionaryEntry>> byCreator = new HashMap<>();
    private Map<Integer, DictionaryEntry> current = new HashMap<>();

    private PrivateDictionary() {
        DictionaryResource.forEachLine("private-elements.txt", this::add);
    }

    private void add(String line) {
        if (line.startsWith("=")) {
            current = new HashMap<>();
            byCreator.put(line.substring(1), current);
            return;
        }
        List<String> fields = DictionaryResource.fields(line, ' ', 4);
        int key = Integer.parseInt(fields.getFirst(), 16);
        int tag = key >>> 8 << 16 | key & 0xFF;
        String name = fields.size() > 3 ? fields.get(3) : "";
        List<VR> representations = DictionaryResource.representations(fields.get(1));
        current.put(key, new DictionaryEntry(tag, name, representations, fields.get(2), false));
    }

    @Nullable
    DictionaryEntry find(int tag, String creator) {
        Map<Integer, DictionaryEntry> entries = byCreator.get(creator);
        return entries == null ? null : entries.get(tag >>> 16 << 8 | tag & 0xFF);
    }
}
