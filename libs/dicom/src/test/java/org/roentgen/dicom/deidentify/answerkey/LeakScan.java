package org.roentgen.dicom.deidentify.answerkey;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Looks for texts in bytes: in all encodings of the corpus, in capitals, in small letters and as they are. */
final class LeakScan {
    private static final List<Charset> CHARSETS = List.of(
            StandardCharsets.UTF_8,
            StandardCharsets.UTF_16LE,
            StandardCharsets.UTF_16BE,
            StandardCharsets.ISO_8859_1,
            Charset.forName("ISO-8859-2"),
            Charset.forName("ISO-8859-3"),
            Charset.forName("ISO-8859-4"),
            Charset.forName("ISO-8859-5"),
            Charset.forName("ISO-8859-6"),
            Charset.forName("ISO-8859-7"),
            Charset.forName("ISO-8859-8"),
            Charset.forName("ISO-8859-9"),
            Charset.forName("TIS-620"),
            Charset.forName("GB18030"),
            Charset.forName("Shift_JIS"),
            Charset.forName("ISO-2022-JP"),
            Charset.forName("EUC-KR"));

    private static final Map<String, Set<String>> FORMS = new ConcurrentHashMap<>();

    private LeakScan() {}

    /** The needles that the bytes hold. */
    static List<String> find(byte[] bytes, Set<String> needles) {
        String haystack = new String(bytes, StandardCharsets.ISO_8859_1);
        List<String> found = new ArrayList<>();
        for (String needle : needles) {
            if (FORMS.computeIfAbsent(needle, LeakScan::forms).stream().anyMatch(haystack::contains)) {
                found.add(needle);
            }
        }
        return found;
    }

    /** Each form as text of one character a byte. */
    private static Set<String> forms(String needle) {
        Set<String> forms = new LinkedHashSet<>();
        for (String variant : List.of(needle, needle.toUpperCase(Locale.ROOT), needle.toLowerCase(Locale.ROOT))) {
            for (Charset charset : CHARSETS) {
                CharsetEncoder encoder = charset.newEncoder();
                if (encoder.canEncode(variant)) {
                    String form = new String(variant.getBytes(charset), StandardCharsets.ISO_8859_1);
                    // Escape sequences around the text depend on what stands beside it.
                    forms.add(form.replaceAll("^\\x1b\\$B|\\x1b\\(B$", ""));
                }
            }
        }
        return forms;
    }
}
