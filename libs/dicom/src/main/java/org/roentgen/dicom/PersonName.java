package org.roentgen.dicom;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A person's name (PS3.5 section 6.2.1): up to three writings of it.
 *
 * @param alphabetic in single-byte characters
 * @param ideographic in the characters of its language
 * @param phonetic as it sounds
 */
public record PersonName(Components alphabetic, Components ideographic, Components phonetic) {
    /**
     * The five components; each may be empty and may hold several names.
     *
     * @param family family name complex
     * @param given given name complex
     * @param middle middle name
     * @param prefix name prefix
     * @param suffix name suffix
     */
    public record Components(String family, String given, String middle, String prefix, String suffix) {
        /** No component. */
        public static final Components EMPTY = new Components("", "", "", "", "");

        static Components parse(String text) {
            List<String> parts = new ArrayList<>(DictionaryResource.fields(text, '^', 5));
            while (parts.size() < 5) {
                parts.add("");
            }
            return new Components(
                    parts.get(0).strip(),
                    parts.get(1).strip(),
                    parts.get(2).strip(),
                    parts.get(3).strip(),
                    parts.get(4).strip());
        }

        /** True where all components are empty. */
        public boolean isEmpty() {
            return equals(EMPTY);
        }

        /** The components with their carets, trailing ones left out. */
        public String format() {
            return trimEnd(Stream.of(family, given, middle, prefix, suffix).collect(Collectors.joining("^")), '^');
        }
    }

    /** Reads the value of a PN element. */
    public static PersonName parse(String value) {
        List<String> groups = DictionaryResource.fields(value, '=', 3);
        return new PersonName(
                Components.parse(groups.get(0)),
                groups.size() > 1 ? Components.parse(groups.get(1)) : Components.EMPTY,
                groups.size() > 2 ? Components.parse(groups.get(2)) : Components.EMPTY);
    }

    /** The value of a PN element, trailing delimiters left out. */
    public String format() {
        return trimEnd(alphabetic.format() + "=" + ideographic.format() + "=" + phonetic.format(), '=');
    }

    private static String trimEnd(String text, char character) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == character) {
            end--;
        }
        return text.substring(0, end);
    }

    /** Not the name: names do not belong into logs. */
    @Override
    public String toString() {
        return "PersonName";
    }
}
