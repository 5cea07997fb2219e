package org.roentgen.dicom.deidentify.answerkey;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Dictionary;
import org.roentgen.dicom.Element;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.Tags;

/** Compares an output with the answer key. */
final class Score {
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    final List<String> wrong = new ArrayList<>();
    int places;
    private final Map<String, String> uids = new HashMap<>();
    private OptionalLong shift = OptionalLong.empty();

    /** Takes one instance; all of one scoring have the same patient and key. */
    void add(Planted planted, DataSet input, DataSet output) {
        for (Planted.Place place : planted.places()) {
            places++;
            DataSet before = input;
            DataSet after = output;
            int last = place.path().getLast();
            for (int tag : place.path().subList(0, place.path().size() - 1)) {
                before = before.items(tag).getFirst();
                after = after.items(tag).isEmpty()
                        ? DataSet.EMPTY
                        : after.items(tag).getFirst();
            }
            if (!isRight(place.expected(), before, after, last)) {
                wrong.add(planted.kind() + " "
                        + place.path().stream().map(Tags::format).toList() + " " + Dictionary.keyword(last)
                        + " should be " + place.expected());
            }
        }
    }

    private boolean isRight(String expected, DataSet before, DataSet after, int tag) {
        Optional<Element> element = after.element(tag);
        for (char letter : expected.toCharArray()) {
            boolean matches =
                    switch (letter) {
                        case 'X' -> element.isEmpty();
                        case 'Z' -> element.isPresent() && element.get().isEmpty();
                        case 'D', 'P' ->
                            element.isPresent() && !element.get().isEmpty() && !sameBytes(before, after, tag);
                        case 'K' -> element.isPresent() && sameBytes(before, after, tag);
                        case 'U' ->
                            Dictionary.vr(tag).isSequence() ? isTreated(after, tag) : isMapped(before, after, tag);
                        case 'S' -> isShifted(before.string(tag, ""), after.string(tag, ""));
                        case 'Y' -> isYear(before.string(tag, ""), after.string(tag, ""));
                        case 'C' -> after.string(tag, "").equals(Corpus.SAFE_WORDS) || isShort(before, after, tag);
                        case 'T' -> isTreated(after, tag);
                        default -> throw new IllegalArgumentException("no action " + letter);
                    };
            if (matches) {
                return true;
            }
        }
        return false;
    }

    /** Short strings hold nothing but an identifier: nothing stays of them. */
    private static boolean isShort(DataSet before, DataSet after, int tag) {
        String original = before.string(tag, "");
        return !original.startsWith(Corpus.SAFE_WORDS)
                && after.contains(tag)
                && !after.string(tag, "").contains("QX");
    }

    private static boolean sameBytes(DataSet before, DataSet after, int tag) {
        return before.strings(tag).equals(after.strings(tag))
                && before.bytes(tag)
                        .map(b -> new String(b, StandardCharsets.ISO_8859_1))
                        .equals(after.bytes(tag).map(b -> new String(b, StandardCharsets.ISO_8859_1)));
    }

    /** The item is there and its identity is not. */
    private static boolean isTreated(DataSet after, int tag) {
        if (after.items(tag).isEmpty()) {
            return false;
        }
        DataSet item = after.items(tag).getFirst();
        return !item.string(Tag.PatientID, "").equals(Corpus.PATIENT_ID) && !item.contains(Tag.PatientAddress);
    }

    private boolean isMapped(DataSet before, DataSet after, int tag) {
        String pseudonym = after.string(tag, "");
        String known = uids.putIfAbsent(before.string(tag, ""), pseudonym);
        return pseudonym.startsWith("2.25.") && pseudonym.length() <= 64 && (known == null || known.equals(pseudonym));
    }

    private boolean isShifted(String before, String after) {
        if (after.length() != before.length() || !after.substring(8).equals(before.substring(8))) {
            return false;
        }
        long days = LocalDate.parse(before.substring(0, 8), DAY).toEpochDay()
                - LocalDate.parse(after.substring(0, 8), DAY).toEpochDay();
        if (shift.isEmpty()) {
            shift = OptionalLong.of(days);
        }
        return days != 0 && shift.getAsLong() == days;
    }

    private static boolean isYear(String before, String after) {
        return after.equals(before.substring(0, 4) + (before.length() == 8 ? "0101" : ""));
    }
}
