package org.roentgen.dicom;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The table of PS3.6 behind {@link Dictionary}: an open-addressing hash by tag, a map by keyword. */
final class PublicDictionary {
    static final PublicDictionary INSTANCE = new PublicDictionary();
    private static final int SLOTS = 1 << 14;

    private final @Nullable DictionaryEntry[] slots = new DictionaryEntry[SLOTS];
    private final List<Masked> repeating = new ArrayList<>();
    private final Map<String, DictionaryEntry> byKeyword = new HashMap<>(SLOTS);

    private record Masked(int mask, DictionaryEntry entry) {}

    private PublicDictionary() {
        DictionaryResource.forEachLine("elements.txt", this::add);
    }

    private void add(String line) {
        List<String> fields = DictionaryResource.fields(line, ' ', 5);
        String digits = fields.getFirst();
        boolean isRepeating = digits.indexOf('x') >= 0;
        int tag = Integer.parseUnsignedInt(isRepeating ? digits.replace('x', '0') : digits, 16);
        DictionaryEntry entry = new DictionaryEntry(
                tag,
                fields.get(1),
                DictionaryResource.representations(fields.get(2)),
                fields.get(3),
                fields.size() > 4);
        byKeyword.put(entry.keyword(), entry);
        if (isRepeating) {
            repeating.add(new Masked(mask(digits), entry));
            return;
        }
        int slot = slot(tag);
        while (slots[slot] != null) {
            slot = slot + 1 & SLOTS - 1;
        }
        slots[slot] = entry;
    }

    @Nullable
    DictionaryEntry find(int tag) {
        for (int slot = slot(tag); ; slot = slot + 1 & SLOTS - 1) {
            DictionaryEntry entry = slots[slot];
            if (entry == null) {
                return Tags.isPrivate(tag) ? null : findRepeating(tag);
            }
            if (entry.tag() == tag) {
                return entry;
            }
        }
    }

    @Nullable
    DictionaryEntry find(String keyword) {
        return byKeyword.get(keyword);
    }

    private @Nullable DictionaryEntry findRepeating(int tag) {
        for (Masked masked : repeating) {
            if ((tag & masked.mask()) == masked.entry().tag()) {
                return masked.entry();
            }
        }
        return null;
    }

    private static int mask(String digits) {
        StringBuilder mask = new StringBuilder();
        digits.chars().forEach(digit -> mask.append(digit == 'x' ? '0' : 'F'));
        return Integer.parseUnsignedInt(mask.toString(), 16);
    }

    private static int slot(int tag) {
        return tag * 0x9E3779B1 >>> 18;
    }
}
