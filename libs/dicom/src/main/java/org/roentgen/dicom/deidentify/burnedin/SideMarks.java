package org.roentgen.dicom.deidentify.burnedin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.deidentify.TableLines;

/**
 * Tells marks of side, position and projection from other lines of text, so that they may stay. A line is a mark where it holds
 * nothing but words of {@code marks.txt}, every letter of which is like the right one and hardly less than like any other, and no
 * word of which is part of the patient's name. Whatever is in doubt is no mark.
 */
final class SideMarks {
    private static final double BAND = 0.02;
    private static final double[] LEVELS = {0.5, 0.65, 0.8};
    private static final double LEAST_LIKENESS = 0.85;
    private static final double MOST_BEHIND = 0.03;
    private static final double GAP_BETWEEN_WORDS = 0.55;
    private static final double LEAST_HEIGHT = 0.8;
    private static final double LEAST_PART_OF_LINE = 0.8;
    private static final double HIGHEST_LINE = 1.3;
    private static final int LEAST_ROWS = 7;
    private static final double[] SLANTS = {0, 0.13, 0.2, 0.27};
    private static final int LEAST_PIXELS = 15;
    private static final double SPECK = 0.25;
    /** Letters of a word that could as well be an abbreviation with another letter. */
    private static final int SHORT = 3;

    private static final Set<String> WORDS = new HashSet<>();

    static {
        TableLines.forEach("marks.txt", line -> WORDS.addAll(List.of(line.split(" "))));
    }

    private final Set<String> words;

    /** @param dataSet names the patient */
    SideMarks(DataSet dataSet) {
        words = new HashSet<>(WORDS);
        for (int tag : new int[] {Tag.PatientName, Tag.PatientID, Tag.OtherPatientNames, Tag.AccessionNumber}) {
            for (String value : dataSet.strings(tag)) {
                words.removeAll(List.of(value.toUpperCase(Locale.ROOT).split("[^\\p{L}]+")));
            }
        }
    }

    /** The boxes but for those that hold marks; boxes that overlap are one line. */
    List<Box> without(Plane plane, List<Box> boxes) {
        if (boxes.isEmpty()) {
            return boxes;
        }
        List<List<Box>> lines = new ArrayList<>();
        for (Box box : boxes) {
            List<Box> line = new ArrayList<>(List.of(box));
            for (List<Box> other : List.copyOf(lines)) {
                if (other.stream().anyMatch(member -> overlap(member, box))) {
                    line.addAll(other);
                    lines.remove(other);
                }
            }
            lines.add(line);
        }
        Plane inverted = plane.inverted();
        return lines.stream()
                .filter(line -> !isMark(
                        plane, inverted, line.stream().reduce(Box::around).orElseThrow()))
                .flatMap(List::stream)
                .toList();
    }

    private static boolean overlap(Box one, Box other) {
        return one.x() < other.right()
                && other.x() < one.right()
                && one.y() < other.bottom()
                && other.y() < one.bottom();
    }

    private boolean isMark(Plane plane, Plane inverted, Box line) {
        return isBrightMark(plane, line) || isBrightMark(inverted, line) || isMarkOfOneValue(plane, line);
    }

    /** A mark drawn over tissue has one value, by which it is told from what is brighter and darker. */
    private boolean isMarkOfOneValue(Plane plane, Box line) {
        OptionalInt value = mostFrequent(plane, line);
        if (value.isEmpty()) {
            return false;
        }
        int drawn = value.getAsInt();
        int band = Math.max(1, (int) Math.round(BAND * (plane.most() - plane.least())));
        return isMarkOf(plane, line, new Ink(drawn - band, drawn + band))
                || isMarkOf(plane, line, new Ink(drawn - 3 * band, drawn + 3 * band))
                || isMarkOf(OneValue.of(plane, new Ink(drawn, drawn)), line, OneValue.INK);
    }

    private boolean isMarkOf(Plane plane, Box line, Ink ink) {
        List<Drawing> drawings = Drawing.find(plane, line, ink);
        int height = drawings.stream().mapToInt(Drawing::height).max().orElse(0);
        List<Drawing> letters = drawings.stream()
                .filter(drawing -> drawing.height() >= SPECK * height)
                .toList();
        return !letters.isEmpty() && isWhole(letters, height) && isMark(letters, letters, line);
    }

    /** Parts of a letter that tissue has broken, such as the stems of an M, are not as high as it or stand alone. */
    private static boolean isWhole(List<Drawing> letters, int height) {
        for (int i = 0; i < letters.size(); i++) {
            boolean isBeside = i > 0 && gap(letters.get(i - 1), letters.get(i)) <= GAP_BETWEEN_WORDS * height
                    || i + 1 < letters.size() && gap(letters.get(i), letters.get(i + 1)) <= GAP_BETWEEN_WORDS * height;
            if (!isBeside || letters.get(i).height() < LEAST_HEIGHT * height) {
                return false;
            }
        }
        return true;
    }

    private static int gap(Drawing left, Drawing right) {
        return right.box().x() - left.box().right();
    }

    private static OptionalInt mostFrequent(Plane plane, Box line) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int y = line.y(); y < line.bottom(); y++) {
            for (int x = line.x(); x < line.right(); x++) {
                counts.merge(plane.at(x, y), 1, Integer::sum);
            }
        }
        int darkest = plane.least();
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() >= LEAST_PIXELS && entry.getKey() != darkest)
                .max(Map.Entry.comparingByValue())
                .map(entry -> OptionalInt.of(entry.getKey()))
                .orElse(OptionalInt.empty());
    }

    private boolean isBrightMark(Plane plane, Box line) {
        int least = Integer.MAX_VALUE;
        int most = Integer.MIN_VALUE;
        for (int y = line.y(); y < line.bottom(); y++) {
            for (int x = line.x(); x < line.right(); x++) {
                least = Math.min(least, plane.at(x, y));
                most = Math.max(most, plane.at(x, y));
            }
        }
        int faintest = (int) Math.ceil(least + LEVELS[0] * (most - least));
        if (faintest == least) {
            return false;
        }
        List<Drawing> all = Drawing.find(plane, line, faintest);
        if (all.stream().anyMatch(drawing -> touchesEdge(drawing.box(), line))) {
            return false;
        }
        for (double level : LEVELS) {
            int threshold = (int) Math.ceil(least + level * (most - least));
            if (isMark(Drawing.find(plane, line, threshold), all, line)) {
                return true;
            }
        }
        return false;
    }

    /** The background of dark writing and what goes on behind the line touch its edge. */
    private static boolean touchesEdge(Box box, Box line) {
        return box.x() == line.x()
                || box.y() == line.y()
                || box.right() == line.right()
                || box.bottom() == line.bottom();
    }

    /** @param all what is drawn, however faint */
    private boolean isMark(List<Drawing> drawings, List<Drawing> all, Box line) {
        int height = drawings.stream().mapToInt(Drawing::height).max().orElse(0);
        List<Drawing> letters = drawings.stream()
                .filter(drawing -> drawing.height() >= LEAST_HEIGHT * height)
                .toList();
        if (height < LEAST_ROWS || !fills(letters, all, height, line)) {
            return false;
        }
        List<Drawing> word = new ArrayList<>();
        for (Drawing letter : letters) {
            if (!word.isEmpty() && gap(word.getLast(), letter) > GAP_BETWEEN_WORDS * height) {
                if (!isWord(word)) {
                    return false;
                }
                word.clear();
            }
            word.add(letter);
        }
        return isWord(word);
    }

    /** Nothing is drawn but the letters, and the line is hardly longer than them with the margins of the detector. */
    private static boolean fills(List<Drawing> letters, List<Drawing> all, int height, Box line) {
        Box box = letters.stream().map(Drawing::box).reduce(Box::around).orElseThrow();
        return box.width() + 2 * height >= LEAST_PART_OF_LINE * line.width()
                && box.height() <= HIGHEST_LINE * height
                && all.stream()
                        .allMatch(
                                drawing -> box.grown(1, 1).around(drawing.box()).equals(box.grown(1, 1))
                                        && letters.stream()
                                                .anyMatch(letter ->
                                                        overlap(letter.box().grown(1, 1), drawing.box())));
    }

    /** Letters that touch are told apart where their line is thinnest. */
    private boolean isWord(List<Drawing> letters) {
        return isWordAsDrawn(letters)
                || isWordAsDrawn(letters.stream()
                        .flatMap(letter -> letter.split().stream())
                        .toList());
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
            double likeness = letters.get(i)[word.charAt(i) - 'A'];
            double best = Arrays.stream(letters.get(i)).max().orElse(0);
            if (likeness < LEAST_LIKENESS || likeness < best - mostBehind) {
                return false;
            }
        }
        return true;
    }
}
