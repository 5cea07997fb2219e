package org.roentgen.dicom.deidentify.burnedin;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds lines of text that a machine has drawn into an image: bright on dark and dark on bright, along rows and along columns.
 * It looks for connected sets of pixels at several thresholds and groups those of like height that stand side by side. A group
 * is text where its members are as bright as each other, stand on one line, are made of strokes and stand out from what is
 * around them. Fewer than three letters are not taken for text, so that marks such as L, R, LT or PA stay;
 * longer marks are told by {@link SideMarks}.
 */
public final class TextDetector {
    private static final int LEAST_LETTERS = 3;

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
        int range = plane.most() - plane.least();
        for (Ink ink : Ink.of(plane)) {
            for (TextLine group : TextLine.group(Glyphs.find(plane, ink), range)) {
                if (!addIfText(plane, group, ink, boxes) && group.letters() > LEAST_LETTERS) {
                    group.onOneLine().ifPresent(line -> TextLine.group(line.glyphs(), range)
                            .forEach(part -> addIfText(plane, part, ink, boxes)));
                }
            }
        }
        return boxes;
    }

    private static boolean addIfText(Plane plane, TextLine line, Ink ink, List<Box> boxes) {
        if (line.letters() < LEAST_LETTERS) {
            return false;
        }
        LineCheck check = new LineCheck(plane, line, ink);
        return check.isText() && boxes.add(check.extended());
    }
}
