package org.roentgen.dicom.deidentify.burnedin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.deidentify.TableLines;

/**
 * Reads the words of {@code marks.txt} that are no part of the patient's name or number: every letter has to be like the right one,
 * and hardly less than like any other.
 */
final class MarkWords {
    private static final double LEAST_LIKENESS = 0.85;
    private static final double MOST_BEHIND = 0.03;
    /** Width of the letters of a word in parts of their height, on average. */
    private static final double NARROWEST = 0.45;

    private static final double WIDEST = 1.25;
    private static final double[] SLANTS = {0, 0.13, 0.2, 0.27};
    /** Letters of a word that could as well be an abbreviation with another letter. */
    private static final int SHORT = 3;
    /** Letters of a word that is hardly read where another is drawn, however that is cut. */
    private static final int LONG = 5;

    /** Words that are seen from behind at times, as they are made of lead, and read as no others then. */
    private static final Set<String> SIDES = Set.of("LEFT", "RIGHT");

    private static final Set<String> WORDS = new HashSet<>();

    static {
        TableLines.forEach("marks.txt", line -> WORDS.addAll(List.of(line.split(" "))));
    }

    private final Set<String> words;

    /** @param dataSet names the patient */
    MarkWords(DataSet dataSet) {
        words = new HashSet<>(WORDS);
        for (int tag : new int[] {Tag.PatientName, Tag.PatientID, Tag.OtherPatientNames, Tag.AccessionNumber}) {
            for (String value : dataSet.strings(tag)) {
                words.removeAll(List.of(value.toUpperCase(Locale.ROOT).split("[^\\p{L}]+")));
            }
        }
    }

    /** True where letters, from left to right, make one of the words; those that touch are told apart where their line is thinnest. */
    boolean holds(List<Drawing> letters) {
        return isWordAsDrawn(letters)
                || isWordAsDrawn(letters.stream()
                        .flatMap(letter -> letter.split().stream())
                        .toList())
                || isLongWord(Drawing.join(letters))
                || isSideFromBehind(letters);
    }

    private boolean isSideFromBehind(List<Drawing> letters) {
        List<String> candidates = words.stream()
                .filter(word -> SIDES.contains(word) && word.length() == letters.size())
                .toList();
        if (candidates.isEmpty()) {
            return false;
        }
        Box line = letters.stream().map(Drawing::box).reduce(Box::around).orElseThrow();
        List<Drawing> turned =
                letters.reversed().stream().map(letter -> letter.mirrored(line)).toList();
        return isAny(candidates, turned)
                || isAny(candidates, turned.stream().map(Drawing::thickened).toList());
    }

    /** Letters that touch and slant, of which there are enough that nothing else is like all of them. */
    private boolean isLongWord(Drawing drawn) {
        double letters = drawn.width() / (double) drawn.height();
        List<String> candidates = words.stream()
                .filter(word -> word.length() >= LONG
                        && letters >= NARROWEST * word.length()
                        && letters <= WIDEST * word.length())
                .toList();
        if (candidates.isEmpty()) {
            return false;
        }
        for (double slant : SLANTS) {
            Drawing upright = drawn.upright(slant);
            if (isAny(candidates, new WordShapes(upright)) || isAny(candidates, new WordShapes(upright.thickened()))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAny(List<String> words, WordShapes shapes) {
        return words.stream().anyMatch(word -> shapes.reads(word, LEAST_LIKENESS, MOST_BEHIND));
    }

    private boolean isWordAsDrawn(List<Drawing> letters) {
        List<String> candidates =
                words.stream().filter(word -> word.length() == letters.size()).toList();
        if (candidates.isEmpty()) {
            return false;
        }
        for (double slant : SLANTS) {
            List<Drawing> upright =
                    letters.stream().map(letter -> letter.upright(slant)).toList();
            if (isAny(candidates, upright)
                    || isAny(
                            candidates, upright.stream().map(Drawing::thickened).toList())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAny(List<String> words, List<Drawing> letters) {
        List<double[]> likenesses = new ArrayList<>();
        for (Drawing letter : letters) {
            double[] likeness = Letters.INSTANCE.likenesses(letter);
            if (Arrays.stream(likeness).noneMatch(value -> value >= LEAST_LIKENESS)) {
                return false;
            }
            likenesses.add(likeness);
        }
        return words.stream().anyMatch(word -> isLike(likenesses, word));
    }

    private static boolean isLike(List<double[]> letters, String word) {
        double mostBehind = word.length() <= SHORT ? 0 : MOST_BEHIND;
        for (int i = 0; i < letters.size(); i++) {
            if (!Letters.isLike(letters.get(i), word.charAt(i), LEAST_LIKENESS, mostBehind)) {
                return false;
            }
        }
        return true;
    }
}
