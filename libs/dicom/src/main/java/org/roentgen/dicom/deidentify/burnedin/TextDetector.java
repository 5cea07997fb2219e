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
        List<Box> boxes = new ArrayList<>(alongRows(plane));
        for (Box box : alongRows(plane.transposed())) {
            boxes.add(new Box(box.y(), box.x(), box.height(), box.width()));
        }
        return boxes;
    }

    private static List<Box> alongRows(Plane plane) {
        List<Box> boxes = new ArrayList<>(brightAlongRows(plane));
        boxes.addAll(brightAlongRows(plane.inverted()));
        return boxes;
    }

    private static List<Box> brightAlongRows(Plane plane) {
        List<Box> boxes = new ArrayList<>();
        for (Ink ink : Ink.of(plane)) {
            addText(plane, ink, boxes);
        }
        for (Ink value : Ink.values(plane)) {
            addStraightText(OneValue.of(plane, value), OneValue.INK, LEAST_STRAIGHT_OF_ONE_VALUE, boxes);
        }
        Strokes strokes = new Strokes(plane);
        for (double part : Strokes.PARTS) {
            addStraightText(
                    strokes.highest(part), new Ink(plane.least() + 1, Integer.MAX_VALUE), LEAST_STRAIGHT, boxes);
        }
        return boxes;
    }

    private static void addText(Plane plane, Ink ink, List<Box> boxes) {
        int range = plane.most() - plane.least();
        for (TextLine group : TextLine.group(Glyphs.find(plane, ink), range)) {
            if (!addIfText(plane, group, ink, boxes) && group.letters() > LEAST_LETTERS) {
                group.onOneLine().ifPresent(line -> TextLine.group(line.glyphs(), range)
                        .forEach(part -> addIfText(plane, part, ink, boxes)));
            }
        }
    }

    /** Fine texture looks like writing now and then, but hardly stands on a line. */
    private static void addStraightText(Plane plane, Ink ink, int leastGlyphs, List<Box> boxes) {
        for (TextLine group : TextLine.group(Glyphs.find(plane, ink), plane.most() - plane.least())) {
            if (!addIfStraight(plane, group, ink, leastGlyphs, boxes)) {
                group.onOneLine()
                        .filter(line -> line.median(Glyph::height) >= LEAST_HEIGHT_OF_PART)
                        .ifPresent(line -> addIfStraight(plane, line, ink, leastGlyphs, boxes));
            }
        }
    }

    private static boolean addIfStraight(Plane plane, TextLine line, Ink ink, int leastGlyphs, List<Box> boxes) {
        if (line.letters() < LEAST_LETTERS) {
            return false;
        }
        LineCheck check = new LineCheck(plane, line, ink);
        return check.isStraight(leastGlyphs) && check.isEven() && check.isText() && boxes.add(check.extended());
    }

    private static boolean addIfText(Plane plane, TextLine line, Ink ink, List<Box> boxes) {
        if (line.letters() < LEAST_LETTERS) {
            return false;
        }
        LineCheck check = new LineCheck(plane, line, ink);
        return check.isText() && boxes.add(check.extended());
    }
}
