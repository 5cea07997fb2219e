package org.roentgen.store.search;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Person names (VR PN, PS3.5 section 6.2.1) in the form in which they are compared: without case, accents and empty components. */
public final class NameKey {
    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");
    private static final Pattern EMPTY_COMPONENTS = Pattern.compile("[\\^ ]+(?==|$)");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\^=,. ]+");

    private NameKey() {}

    /** The key of a name, or of a pattern of one. */
    public static String of(String name) {
        String folded = name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        String base = MARKS.matcher(Normalizer.normalize(folded, Normalizer.Form.NFKD))
                .replaceAll("");
        return EMPTY_COMPONENTS.matcher(base).replaceAll("").strip();
    }

    /** The words of a name's key. */
    static List<String> words(String name) {
        return Arrays.stream(BETWEEN_WORDS.split(of(name)))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
