package org.roentgen.dicom;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A unique identifier of PS3.6 Annex A.
 *
 * @param uid the identifier
 * @param keyword its keyword, or empty
 * @param type what it identifies
 * @param retired whether the standard has retired it
 * @param name its name in the standard
 */
public record UidEntry(String uid, String keyword, Type type, boolean retired, String name) {
    /** What a UID identifies. */
    public enum Type {
        SOP_CLASS,
        META_SOP_CLASS,
        TRANSFER_SYNTAX,
        SOP_INSTANCE,
        FRAME_OF_REFERENCE,
        CODING_SCHEME,
        OTHER
    }

    /** All of them, in the order of the standard. */
    public static List<UidEntry> all() {
        return Table.ENTRIES;
    }

    /** The entry of a UID; empty where the standard does not define it. */
    public static Optional<UidEntry> find(String uid) {
        return all().stream().filter(entry -> entry.uid().equals(uid)).findFirst();
    }

    private static final class Table {
        static final List<UidEntry> ENTRIES = load();

        private static List<UidEntry> load() {
            List<UidEntry> entries = new ArrayList<>(512);
            DictionaryResource.forEachLine("uids.txt", line -> {
                List<String> fields = DictionaryResource.fields(line, '|', 5);
                entries.add(new UidEntry(
                        fields.get(0),
                        fields.get(1),
                        Type.valueOf(fields.get(2)),
                        fields.get(3).equals("R"),
                        fields.get(4)));
            });
            return Collections.unmodifiableList(entries);
        }
    }
}
