package org.roentgen.dicom.deidentify.burnedin;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.roentgen.dicom.DataSet;

/**
 * Tells marks of side, position and projection from other lines of text, so that they may stay. A line is a mark where it holds
 * nothing but words that {@link MarkWords} reads, and nothing like a letter stands near it. Whatever is in doubt is no mark.
 */
final class SideMarks {
    private static final double BAND = 0.02;
    private static final double[] LEVELS = {0.5, 0.65, 0.8};
    private static final double GAP_BETWEEN_WORDS = 0.55;
    private static final double LEAST_HEIGHT = 0.8;
    private static final double HIGHEST_LINE = 1.3;
    /** Lines of text are not higher than this many marks; what is higher runs along a column. */
    private static final double MOST_ROOM = 3;

    private static final int LEAST_ROWS = 7;
    private static final int LEAST_PIXELS = 15;
    /** Part of the height of the letters from which anything beside them may be a letter too. */
    private static final double SPECK = 0.35;
    /** What is higher than the letters by this is no letter beside them. */
    private static final double TALL = 1.5;
    /** How far the lines of text are larger than what is drawn, in heights of letters. */
    private static final double MARGIN = 0.8;

    /** A single letter among what was taken for text is a part of it, or the ground inside a letter. */
    private static final int LEAST_LETTERS = 2;

    /** A frame is thin, and what is more is the ground that dark letters stand on. */
    private static final double MOST_INK_OF_FRAME = 0.35;

    private static final int MOST_TRIALS = 4;
    /** Pixels beside a mark that stay, as the edges of its strokes are pale. */
    private static final int ROOM = 2;

    private final MarkWords words;

    /** @param dataSet names the patient */
    SideMarks(DataSet dataSet) {
        words = new MarkWords(dataSet);
    }

    /** The boxes without the marks in them: those that hold nothing else are left out, of others the rest is kept. */
    List<Box> without(Plane plane, List<Box> boxes) {
        if (boxes.isEmpty()) {
            return boxes;
        }
        List<List<Box>> lines = new ArrayList<>();
        for (Box box : new LinkedHashSet<>(boxes)) {
            List<Box> line = new ArrayList<>(List.of(box));
            for (List<Box> other : List.copyOf(lines)) {
                if (other.stream().anyMatch(member -> member.overlaps(box))) {
                    line.addAll(other);
                    lines.remove(other);
                }
            }
            lines.add(line);
        }
        Plane inverted = plane.inverted();
        return lines.stream()
                .flatMap(line -> rest(line, mark(plane, inverted, line)).stream())
                .toList();
    }

    private static List<Box> rest(List<Box> line, Optional<Box> mark) {
        if (mark.isEmpty()) {
            return line;
        }
        int margin = (int) Math.ceil(MARGIN * mark.get().height());
        return line.stream()
                .filter(box -> !mark.get().grown(margin, margin).contains(box))
                .flatMap(box -> box.without(mark.get().grown(ROOM, ROOM)).stream())
                .toList();
    }

    /** The mark in boxes that overlap: of the tightest in which one is read. */
    private Optional<Box> mark(Plane plane, Plane inverted, List<Box> line) {
        List<Box> candidates = new ArrayList<>(line);
        candidates.sort(Comparator.comparingInt(box -> box.width() * box.height()));
        candidates
                .subList(Math.min(MOST_TRIALS, candidates.size()), candidates.size())
                .clear();
        candidates.add(line.stream().reduce(Box::around).orElseThrow());
        return candidates.stream()
                .distinct()
                .flatMap(box ->
                        brightMark(plane, box)
                                .or(() -> brightMark(inverted, box))
                                .or(() -> markOfOneValue(plane, box))
                                .stream())
                .findFirst();
    }

    /** A mark drawn over tissue has one value, by which it is told from what is brighter and darker. */
    private Optional<Box> markOfOneValue(Plane whole, Box line) {
        OptionalInt value = mostFrequent(whole, line);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        int drawn = value.getAsInt();
        int band = Math.max(1, (int) Math.round(BAND * (whole.most() - whole.least())));
        return markOf(whole, line, new Ink(drawn - band, drawn + band))
                .or(() -> markOf(whole, line, new Ink(drawn - 3 * band, drawn + 3 * band)))
                .or(() -> markOf(OneValue.within(whole, line, new Ink(drawn, drawn)), line, OneValue.INK));
    }

    private Optional<Box> markOf(Plane plane, Box line, Ink ink) {
        List<Drawing> drawings = Drawing.find(plane, line, ink);
        return mark(drawings, drawings, line).filter(box -> isWhole(drawings, box));
    }

    /** Parts of a letter that tissue has broken, such as the stems of an M, stand alone. */
    private static boolean isWhole(List<Drawing> drawings, Box mark) {
        List<Drawing> letters = drawings.stream()
                .filter(drawing -> mark.contains(drawing.box()) && drawing.height() >= LEAST_HEIGHT * mark.height())
                .toList();
        for (int i = 0; i < letters.size(); i++) {
            boolean isBeside = i > 0 && gap(letters.get(i - 1), letters.get(i)) <= GAP_BETWEEN_WORDS * mark.height()
                    || i + 1 < letters.size()
                            && gap(letters.get(i), letters.get(i + 1)) <= GAP_BETWEEN_WORDS * mark.height();
            if (!isBeside) {
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

    private Optional<Box> brightMark(Plane plane, Box line) {
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
            return Optional.empty();
        }
        List<Drawing> fainter = Drawing.find(plane, line, faintest);
        for (double level : LEVELS) {
            List<Drawing> drawings = Drawing.find(plane, line, (int) Math.ceil(least + level * (most - least)));
            Optional<Box> mark = mark(drawings, level == LEVELS[LEVELS.length - 1] ? fainter : drawings, line);
            if (mark.isPresent()) {
                return mark;
            }
            fainter = drawings;
        }
        return Optional.empty();
    }

    /** The background of dark writing and what goes on behind the line touch its edge. */
    private static boolean touchesEdge(Box box, Box line) {
        return box.x() == line.x()
                || box.y() == line.y()
                || box.right() == line.right()
                || box.bottom() == line.bottom();
    }

    /** @param all what is drawn, be it fainter */
    private Optional<Box> mark(List<Drawing> drawings, List<Drawing> all, Box line) {
        List<Drawing> inner = drawings.stream()
                .filter(drawing -> drawing.height() >= LEAST_ROWS && !touchesEdge(drawing.box(), line))
                .toList();
        List<Drawing> unframed = inner.stream()
                .filter(drawing -> inner.stream().noneMatch(drawing::isAround))
                .toList();
        int height = unframed.stream().mapToInt(Drawing::height).max().orElse(0);
        List<Drawing> letters = unframed.stream()
                .filter(drawing -> drawing.height() >= LEAST_HEIGHT * height)
                .toList();
        if (letters.size() < LEAST_LETTERS) {
            return Optional.empty();
        }
        Box mark = letters.stream().map(Drawing::box).reduce(Box::around).orElseThrow();
        return mark.height() <= HIGHEST_LINE * height
                        && line.height() <= MOST_ROOM * mark.height()
                        && isAlone(mark, letters, all)
                        && isMark(letters, height)
                ? Optional.of(mark)
                : Optional.empty();
    }

    /** Nothing is drawn among the letters but they themselves, nor beside them what could be another. */
    private static boolean isAlone(Box mark, List<Drawing> letters, Collection<Drawing> all) {
        Box near = mark.grown(mark.height(), 0);
        return all.stream()
                .filter(drawing -> drawing.box().overlaps(near) && !isFrame(drawing, mark))
                .allMatch(drawing -> mark.grown(1, 1).contains(drawing.box())
                        ? letters.stream()
                                .anyMatch(letter -> letter.box().grown(1, 1).overlaps(drawing.box()))
                        : isNoLetter(drawing, mark.height()) && !drawing.box().overlaps(mark.grown(1, 1)));
    }

    /** True for a thin line that runs round the mark and touches it nowhere. */
    private static boolean isFrame(Drawing drawing, Box mark) {
        Box box = drawing.box();
        return box.contains(mark.grown(1, 1))
                && drawing.ink().cardinality() <= MOST_INK_OF_FRAME * box.width() * box.height()
                && !drawing.isIn(mark.grown(1, 1));
    }

    private static boolean isNoLetter(Drawing drawing, int height) {
        return drawing.height() < SPECK * height || drawing.height() > TALL * height;
    }

    private boolean isMark(List<Drawing> letters, int height) {
        List<Drawing> word = new ArrayList<>();
        for (Drawing letter : letters) {
            if (!word.isEmpty() && gap(word.getLast(), letter) > GAP_BETWEEN_WORDS * height) {
                if (!words.holds(word)) {
                    return false;
                }
                word.clear();
            }
            word.add(letter);
        }
        return words.holds(word);
    }
}
