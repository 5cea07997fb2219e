package org.roentgen.api.release;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Looks for what could name a person in text that was kept. It points out; people decide. */
final class TextScan {
    private static final Map<String, Pattern> SIGNS = signs();

    private TextScan() {}

    /** Why the text deserves a look; empty if it shows no sign. */
    static Optional<String> look(String text) {
        return SIGNS.entrySet().stream()
                .filter(sign -> sign.getValue().matcher(text).find())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static Map<String, Pattern> signs() {
        Map<String, Pattern> signs = new LinkedHashMap<>();
        signs.put("a name with components", Pattern.compile("\\p{L}{2,}\\^\\p{L}"));
        signs.put(
                "a title before a name", Pattern.compile("\\b(?:Dr|Prof|Mr|Mrs|Ms|Herr|Frau|Mme)\\.? +\\p{Lu}\\p{L}+"));
        signs.put("an e-mail address", Pattern.compile("\\S@\\S+\\.\\p{L}{2,}"));
        signs.put(
                "a date",
                Pattern.compile("\\b(?:\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4}|(?:19|20)\\d{2}-?\\d{2}-?\\d{2})\\b"));
        signs.put("a long number", Pattern.compile("\\b\\d{6,}\\b"));
        signs.put("a telephone number", Pattern.compile("\\+?\\d{2,4}[ /-]\\d{3,}[ -]?\\d{2,}"));
        return signs;
    }
}
