package org.roentgen.dicom.deidentify.burnedin;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Tag;

/** What the header knows of the patient, as it may be burned into the pixels. */
final class Identifiers {
    private static final int[] NAMES = {Tag.PatientName, Tag.OtherPatientNames, Tag.PatientBirthName};
    private static final int[] NUMBERS = {
        Tag.PatientID, Tag.OtherPatientIDs, Tag.AccessionNumber, Tag.StudyID, Tag.AdmissionID
    };
    private static final Pattern BIRTH_DATE = Pattern.compile("(\\d\\d)(\\d\\d)(\\d\\d)(\\d\\d)");
    private static final List<String> DATES = List.of("$1$2$3$4", "$4$3$1$2", "$3$4$1$2", "$2$3$4", "$4$3$2", "$3$4$2");
    private static final List<String> MONTHS =
            List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
    /** Letters and figures that look like each other. */
    private static final String ALIKE = "OQDILSBZG";

    private static final String FIGURES = "000115826";
    private static final int SHORT = 3;
    private static final int LEAST_NUMBER = 3;
    /** Of so many signs one may be read wrongly. */
    private static final int SIGNS_FOR_ONE = 5;

    private final Set<String> words = new HashSet<>();
    private final Set<String> initials = new HashSet<>();

    /** @param dataSet names the patient */
    Identifiers(DataSet dataSet) {
        for (int tag : NAMES) {
            dataSet.strings(tag).forEach(this::addName);
        }
        for (int tag : NUMBERS) {
            dataSet.strings(tag).forEach(this::addNumber);
        }
        dataSet.string(Tag.PatientBirthDate).ifPresent(this::addDate);
    }

    private void addName(String name) {
        List<String> parts = parts(name, "[^\\p{L}]+");
        parts.stream()
                .filter(part -> part.length() > 1)
                .map(Identifiers::folded)
                .forEach(words::add);
        for (String one : parts) {
            for (String other : parts) {
                if (!one.equals(other)) {
                    initials.add(one.substring(0, 1) + other.charAt(0));
                }
            }
        }
    }

    private void addNumber(String number) {
        parts(number, "[^\\p{L}]+").forEach(this::addLong);
        addLong(String.join("", parts(number, "[^\\p{L}\\d]+")));
        addLong(String.join("", parts(number, "\\D+")));
    }

    private void addLong(String word) {
        if (word.length() >= LEAST_NUMBER) {
            words.add(folded(word));
        }
    }

    private void addDate(String date) {
        Matcher matcher = BIRTH_DATE.matcher(date);
        if (!matcher.matches()) {
            return;
        }
        DATES.forEach(form -> words.add(folded(matcher.replaceFirst(form))));
        int month = Integer.parseInt(matcher.group(3));
        int day = Integer.parseInt(matcher.group(4));
        String year = matcher.group(1) + matcher.group(2);
        words.add(folded(day + "" + month + year));
        words.add(folded(month + "" + day + year));
        if (month >= 1 && month <= MONTHS.size()) {
            words.add(folded(matcher.group(4) + MONTHS.get(month - 1) + year));
            words.add(folded(MONTHS.get(month - 1) + matcher.group(4) + year));
        }
    }

    private static List<String> parts(String value, String separators) {
        String plain = Normalizer.normalize(value, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        return Arrays.stream(plain.toUpperCase(Locale.ROOT).split(separators))
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static String folded(String word) {
        StringBuilder folded = new StringBuilder(word);
        for (int i = 0; i < word.length(); i++) {
            int alike = ALIKE.indexOf(word.charAt(i));
            folded.setCharAt(i, alike < 0 ? word.charAt(i) : FIGURES.charAt(alike));
        }
        return folded.toString();
    }

    /** True where two letters are those that two parts of the name begin with. */
    boolean areInitials(String text) {
        return initials.contains(text);
    }

    /** True where a reading holds a word, number or date of the patient, one sign of five read wrongly; short words as they are. */
    boolean resemble(Reading reading) {
        Set<String> read = Set.copyOf(parts(folded(reading.text()), "[^A-Z0-9]+"));
        String joined = String.join("", parts(folded(reading.text()), "[^A-Z0-9]+"));
        return words.stream().anyMatch(word -> word.length() <= SHORT ? read.contains(word) : isIn(word, joined));
    }

    /** True where a text holds a word with at most as many signs wrong, left out or too many as its length allows (Sellers 1980). */
    private static boolean isIn(String word, String text) {
        int[] distances = new int[word.length() + 1];
        for (int i = 0; i < distances.length; i++) {
            distances[i] = i;
        }
        int allowed = word.length() / SIGNS_FOR_ONE;
        for (int at = 0; at < text.length(); at++) {
            int diagonal = 0;
            for (int i = 1; i < distances.length; i++) {
                int substituted = diagonal + (word.charAt(i - 1) == text.charAt(at) ? 0 : 1);
                diagonal = distances[i];
                distances[i] = Math.min(substituted, 1 + Math.min(distances[i - 1], diagonal));
            }
            if (distances[word.length()] <= allowed) {
                return true;
            }
        }
        return false;
    }
}
