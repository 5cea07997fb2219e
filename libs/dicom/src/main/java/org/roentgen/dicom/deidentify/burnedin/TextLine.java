package org.roentgen.dicom.deidentify.burnedin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * Glyphs side by side.
 *
 * @param glyphs from left to right
 */
record TextLine(List<Glyph> glyphs) {
    private static final double WIDEST_GAP = 1.5;
    private static final double LEAST_SHARED = 0.5;
    private static final double LARGEST_RATIO = 2.4;

    private static final int SMALL = 13;
    private static final double SMALL_PEAKS = 0.2;
    private static final double LARGE_PEAKS = 0.08;

    TextLine {
        glyphs = glyphs.stream()
                .sorted(Comparator.comparingInt(glyph -> glyph.box().x()))
                .toList();
    }

    /**
     * Groups glyphs of like height and brightness that stand side by side.
     *
     * @param range difference of the brightest and the darkest value of the image
     */
    static List<TextLine> group(List<Glyph> glyphs, int range) {
        List<Glyph> sorted = new ArrayList<>(glyphs);
        sorted.sort(Comparator.comparingInt(glyph -> glyph.box().x()));
        int[] groups = new int[sorted.size()];
        Arrays.setAll(groups, i -> i);
        int[] tops = sorted.stream().mapToInt(glyph -> glyph.box().y()).toArray();
        int[] bottoms = sorted.stream().mapToInt(glyph -> glyph.box().bottom()).toArray();
        int[] lefts = sorted.stream().mapToInt(glyph -> glyph.box().x()).toArray();
        for (int i = 0; i < groups.length; i++) {
            Glyph left = sorted.get(i);
            double reach = left.box().right() + WIDEST_GAP * LARGEST_RATIO * left.height();
            for (int j = i + 1; j < groups.length && lefts[j] <= reach; j++) {
                boolean shareRows = tops[j] < bottoms[i] && tops[i] < bottoms[j];
                if (shareRows && areNeighbours(left, sorted.get(j), range)) {
                    groups[root(groups, j)] = root(groups, i);
                }
            }
        }
        List<List<Glyph>> members = new ArrayList<>();
        sorted.forEach(glyph -> members.add(new ArrayList<>()));
        for (int i = 0; i < groups.length; i++) {
            members.get(root(groups, i)).add(sorted.get(i));
        }
        return members.stream()
                .filter(line -> !line.isEmpty())
                .map(TextLine::new)
                .toList();
    }

    private static int root(int[] groups, int index) {
        int at = index;
        while (groups[at] != at) {
            groups[at] = groups[groups[at]];
            at = groups[at];
        }
        return at;
    }

    private static boolean areNeighbours(Glyph one, Glyph other, int range) {
        int low = Math.min(one.height(), other.height());
        int high = Math.max(one.height(), other.height());
        return high <= LARGEST_RATIO * low
                && Math.abs(one.peak() - other.peak()) <= (low < SMALL ? SMALL_PEAKS : LARGE_PEAKS) * range
                && one.sharedRows(other) >= LEAST_SHARED * low
                && one.gapTo(other) <= WIDEST_GAP * high;
    }

    /** The glyphs that stand on the line on which most of them stand, where they are not all of them. */
    Optional<TextLine> onOneLine() {
        int bottom = glyphs.stream()
                .map(glyph -> glyph.box().bottom())
                .max(Comparator.comparingDouble(
                        candidate -> near(glyph -> glyph.box().bottom(), candidate, 1)))
                .orElseThrow();
        int height = new TextLine(glyphs.stream()
                        .filter(glyph -> Math.abs(glyph.box().bottom() - bottom) <= 1)
                        .toList())
                .median(Glyph::height);
        List<Glyph> standing = glyphs.stream()
                .filter(glyph -> Math.abs(glyph.box().bottom() - bottom) <= 0.45 * height
                        && glyph.height() <= 1.7 * height
                        && glyph.height() >= 0.5 * height)
                .toList();
        return standing.size() == glyphs.size() || standing.isEmpty()
                ? Optional.empty()
                : Optional.of(new TextLine(standing));
    }

    /** The smallest rectangle around all glyphs. */
    Box box() {
        return glyphs.stream().map(Glyph::box).reduce(Box::around).orElseThrow();
    }

    int letters() {
        return glyphs.stream().mapToInt(Glyph::letters).sum();
    }

    int median(ToIntFunction<Glyph> property) {
        int[] values = glyphs.stream().mapToInt(property).sorted().toArray();
        return values[values.length / 2];
    }

    /** The part of the glyphs whose property lies near a value, each counted by its letters. */
    double near(ToIntFunction<Glyph> property, int value, double tolerance) {
        int near = glyphs.stream()
                .filter(glyph -> Math.abs(property.applyAsInt(glyph) - value) <= tolerance)
                .mapToInt(Glyph::letters)
                .sum();
        return near / (double) letters();
    }

    /** Strokes that a row through a letter crosses, on average: one for a blob, more for writing. */
    double strokes() {
        double strokes = 0;
        for (Glyph glyph : glyphs) {
            strokes += glyph.runs() / (double) glyph.height();
        }
        return strokes / letters();
    }

    /** Strokes that a column through the line crosses, on average: one for blobs and bars, more for writing. */
    double strokesDown() {
        return glyphs.stream().mapToInt(Glyph::columnRuns).sum()
                / (double)
                        glyphs.stream().mapToInt(glyph -> glyph.box().width()).sum();
    }
}
