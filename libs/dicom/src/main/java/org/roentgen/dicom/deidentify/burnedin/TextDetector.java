package org.roentgen.dicom.deidentify.burnedin;

import java.util.ArrayList;
import java.util.List;

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

    private TextDetector() {}

    /** The lines of text, with a margin; they may overlap. */
    public static List<Box> find(Plane plane) {
        Views views = Views.of(plane);
        List<Box> boxes = new ArrayList<>(alongRows(views));
        for (Box box : alongRows(views.transposed())) {
            boxes.add(new Box(box.y(), box.x(), box.height(), box.width()));
        }
        return boxes;
    }

    private static List<Box> alongRows(Views views) {
        List<Box> boxes = new ArrayList<>();
        int range = views.bright().most() - views.bright().least();
        views.inks().forEach(ink -> addText(views.bright(), ink, range, boxes));
        Ink.levels(views.dark()).forEach(ink -> addText(views.dark(), ink, range, boxes));
        views.values().forEach(value -> addStraightText(value, OneValue.INK, LEAST_STRAIGHT_OF_ONE_VALUE, boxes));
        addStrokes(views.bright(), views.brightStrokes(), boxes);
        addStrokes(views.dark(), views.darkStrokes(), boxes);
        return boxes;
    }

    private static void addStrokes(Plane plane, List<Plane> strokes, List<Box> boxes) {
        Ink ink = new Ink(plane.least() + 1, Integer.MAX_VALUE);
        strokes.forEach(drawn -> addStraightText(drawn, ink, LEAST_STRAIGHT, boxes));
    }

    private static void addText(Plane plane, Ink ink, int range, List<Box> boxes) {
        for (TextLine group : TextLine.group(Glyphs.find(plane, ink), range)) {
            if (!addIfText(new LineCheck(plane, group, ink, range), group, boxes) && group.letters() > LEAST_LETTERS) {
                group.onOneLine().ifPresent(line -> TextLine.group(line.glyphs(), range)
                        .forEach(part -> addIfText(new LineCheck(plane, part, ink, range), part, boxes)));
            }
        }
    }

    /** Fine texture looks like writing now and then, but hardly stands on a line. */
    private static void addStraightText(Plane plane, Ink ink, int leastGlyphs, List<Box> boxes) {
        int range = plane.most() - plane.least();
        for (TextLine group : TextLine.group(Glyphs.find(plane, ink), range)) {
            if (!addIfStraight(new LineCheck(plane, group, ink, range), group, leastGlyphs, boxes)) {
                group.onOneLine()
                        .filter(line -> line.median(Glyph::height) >= LEAST_HEIGHT_OF_PART)
                        .ifPresent(line ->
                                addIfStraight(new LineCheck(plane, line, ink, range), line, leastGlyphs, boxes));
            }
        }
    }

    private static boolean addIfStraight(LineCheck check, TextLine line, int leastGlyphs, List<Box> boxes) {
        return line.letters() >= LEAST_LETTERS
                && check.isStraight(leastGlyphs)
                && check.isEven()
                && check.isText()
                && boxes.add(check.extended());
    }

    private static boolean addIfText(LineCheck check, TextLine line, List<Box> boxes) {
        return line.letters() >= LEAST_LETTERS && check.isText() && boxes.add(check.extended());
    }
}
