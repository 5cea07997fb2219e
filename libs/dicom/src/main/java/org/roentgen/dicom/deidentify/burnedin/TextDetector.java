package org.roentgen.dicom.deidentify.burnedin;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * Finds lines of text that a machine has drawn into an image: bright on dark and dark on bright, along rows and along columns.
 * It looks for connected sets of pixels at several thresholds, of single values and among thin strokes, and groups those of like height that stand side by side. A group
 * is text where its members are as bright as each other, stand on one line, are made of strokes and stand out from what is
 * around them. Fewer than three letters are not taken for text, so that marks such as L, R, LT or PA stay;
 * longer marks are told by {@link SideMarks}.
 */
public final class TextDetector {
    private static final int LEAST_LETTERS = 3;
    private static final int LEAST_STRAIGHT_OF_ONE_VALUE = 5;
    private static final int LEAST_STRAIGHT = 6;
    /** Among low glyphs of noise there are always some that stand on one line. */
    private static final int LEAST_HEIGHT_OF_PART = 10;

    private final List<Box> boxes = new ArrayList<>();

    /** What is text among glyphs side by side. */
    private interface Rule {
        List<Box> lines(Side side, TextLine group, Ink ink);
    }

    private TextDetector() {}

    /** The lines of text, with a margin; they may overlap. */
    public static List<Box> find(Plane plane) {
        return find(plane, new BitSet());
    }

    /**
     * The lines of text, with a margin; they may overlap.
     *
     * @param blanked pixels that are not looked at, a bit for each pixel, row by row
     */
    static List<Box> find(Plane plane, BitSet blanked) {
        return new TextDetector().lines(Views.of(plane, blanked));
    }

    private List<Box> lines(Views views) {
        searchText(views.bright(), views.inks());
        searchText(views.dark(), Ink.levels(views.dark()));
        views.values().forEach(value -> searchStraight(value, OneValue.INK, LEAST_STRAIGHT_OF_ONE_VALUE));
        searchStrokes(views.bright(), views.brightStrokes());
        searchStrokes(views.dark(), views.darkStrokes());
        return boxes;
    }

    private void searchStrokes(Plane plane, List<Plane> strokes) {
        Ink ink = new Ink(plane.least() + 1, Integer.MAX_VALUE);
        strokes.forEach(drawn -> searchStraight(drawn, ink, LEAST_STRAIGHT));
    }

    private void searchStraight(Plane plane, Ink ink, int leastGlyphs) {
        List<Glyph> glyphs = Glyphs.find(plane, ink);
        for (Side side : Side.of(plane)) {
            addLines(
                    side,
                    glyphs,
                    Glyphs::isPossible,
                    ink,
                    (seen, group, held) -> straightText(seen, group, held, leastGlyphs));
        }
    }

    private void searchText(Plane plane, List<Ink> inks) {
        List<Side> sides = Side.of(plane);
        for (Ink ink : inks) {
            List<Glyph> glyphs = Glyphs.find(plane, ink);
            for (Side side : sides) {
                addLines(side, glyphs, Glyphs::isPossible, ink, TextDetector::text);
                addLines(side, glyphs, Glyphs::isLarge, ink, TextDetector::largeText);
            }
        }
    }

    private void addLines(Side side, List<Glyph> glyphs, BiPredicate<Box, Integer> size, Ink ink, Rule rule) {
        List<Glyph> seen = glyphs.stream()
                .map(side::turn)
                .filter(glyph -> size.test(glyph.box(), side.height()))
                .toList();
        for (TextLine group : TextLine.group(seen, side.range())) {
            if (group.letters() >= LEAST_LETTERS) {
                rule.lines(side, group, ink).forEach(line -> boxes.add(side.unturned(line)));
            }
        }
    }

    private static List<Box> text(Side side, TextLine group, Ink ink) {
        Optional<Box> whole = textLine(side, group, ink);
        if (whole.isPresent() || group.letters() == LEAST_LETTERS) {
            return whole.stream().toList();
        }
        return group.onOneLine().stream()
                .flatMap(line -> TextLine.group(line.glyphs(), side.range()).stream())
                .flatMap(part -> textLine(side, part, ink).stream())
                .toList();
    }

    /** Large things side by side are text only where a machine has clearly drawn them. */
    private static List<Box> largeText(Side side, TextLine group, Ink ink) {
        LineCheck check = new LineCheck(side, group, ink);
        return check.isDrawnLarge() ? List.of(check.extended()) : List.of();
    }

    private static Optional<Box> textLine(Side side, TextLine line, Ink ink) {
        if (line.letters() < LEAST_LETTERS) {
            return Optional.empty();
        }
        LineCheck check = new LineCheck(side, line, ink);
        return check.isClearText() ? Optional.of(check.extended()) : Optional.empty();
    }

    /** Fine texture looks like writing now and then, but hardly stands on a line. */
    private static List<Box> straightText(Side side, TextLine group, Ink ink, int leastGlyphs) {
        return straightLine(side, group, ink, leastGlyphs)
                .or(() -> group.onOneLine()
                        .filter(line -> line.median(Glyph::height) >= LEAST_HEIGHT_OF_PART)
                        .flatMap(line -> straightLine(side, line, ink, leastGlyphs)))
                .stream()
                .toList();
    }

    private static Optional<Box> straightLine(Side side, TextLine line, Ink ink, int leastGlyphs) {
        if (line.letters() < LEAST_LETTERS) {
            return Optional.empty();
        }
        LineCheck check = new LineCheck(side, line, ink);
        return check.isStraight(leastGlyphs) && check.isEven() && check.isText()
                ? Optional.of(check.extended())
                : Optional.empty();
    }
}
