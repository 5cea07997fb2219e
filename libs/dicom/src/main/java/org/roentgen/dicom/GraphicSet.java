package org.roentgen.dicom;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The code elements that ISO 2022 escape sequences designate (PS3.3 tables C.12-2 to C.12-4). */
enum GraphicSet {
    ASCII("6", "(B", "US-ASCII", false, 1),
    LATIN_1("100", "-A", "ISO-8859-1", true, 1),
    LATIN_2("101", "-B", "ISO-8859-2", true, 1),
    LATIN_3("109", "-C", "ISO-8859-3", true, 1),
    LATIN_4("110", "-D", "ISO-8859-4", true, 1),
    CYRILLIC("144", "-L", "ISO-8859-5", true, 1),
    ARABIC("127", "-G", "ISO-8859-6", true, 1),
    GREEK("126", "-F", "ISO-8859-7", true, 1),
    HEBREW("138", "-H", "ISO-8859-8", true, 1),
    LATIN_5("148", "-M", "ISO-8859-9", true, 1),
    LATIN_9("203", "-b", "ISO-8859-15", true, 1),
    THAI("166", "-T", "TIS-620", true, 1),
    KATAKANA("13", ")I", "JIS_X0201", true, 1),
    ROMAJI("13", "(J", "US-ASCII", false, 1),
    KANJI("87", "$B", "x-JIS0208", false, 2),
    KANJI_1978("87", "$@", "x-JIS0208", false, 2),
    SUPPLEMENTARY_KANJI("159", "$(D", "JIS_X0212-1990", false, 2),
    HANGUL("149", "$)C", "EUC-KR", true, 2),
    HANZI("58", "$)A", "GB2312", true, 2);

    private final String registration;
    private final byte[] escape;
    private final String charsetName;
    private final boolean right;
    private final int width;
    private @Nullable Charset charset;

    GraphicSet(String registration, String escape, String charsetName, boolean right, int width) {
        this.registration = registration;
        this.escape = escape.getBytes(StandardCharsets.US_ASCII);
        this.charsetName = charsetName;
        this.right = right;
        this.width = width;
    }

    /** The ISO-IR number in the defined terms. */
    String registration() {
        return registration;
    }

    /** The bytes after ESC. */
    byte[] escape() {
        return escape.clone();
    }

    /** True where it is designated as G1, the bytes from 0x80 on. */
    boolean isRight() {
        return right;
    }

    /** Bytes of a character. */
    int width() {
        return width;
    }

    Charset charset() {
        Charset loaded = charset;
        if (loaded == null) {
            loaded = Charset.forName(charsetName);
            charset = loaded;
        }
        return loaded;
    }

    /** The set whose escape sequence stands after an ESC at the given place, or null. */
    static @Nullable GraphicSet designatedAt(byte[] bytes, int from, int to) {
        for (GraphicSet set : values()) {
            if (from + set.escape.length <= to && matches(set.escape, bytes, from)) {
                return set;
            }
        }
        return null;
    }

    private static boolean matches(byte[] escape, byte[] bytes, int from) {
        for (int i = 0; i < escape.length; i++) {
            if (escape[i] != bytes[from + i]) {
                return false;
            }
        }
        return true;
    }

    /** The set that is in force in the right half when a value of this defined term begins, or null. */
    static @Nullable GraphicSet ofRegistration(String registration) {
        for (GraphicSet set : values()) {
            if (set.registration.equals(registration)) {
                return set;
            }
        }
        return null;
    }
}
