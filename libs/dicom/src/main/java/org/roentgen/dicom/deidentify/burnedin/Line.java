package org.roentgen.dicom.deidentify.burnedin;

import java.util.List;

/**
 * A line of text, or lines close to each other.
 *
 * @param parts rectangles that it fills; several of one that runs at a slant
 * @param margin pixels around them that may belong to it
 * @param cell pixels on each side of the cells that it was found in
 * @param likelihood the mean probability of its cells
 */
record Line(List<Box> parts, int margin, int cell, double likelihood) {
    Line {
        parts = List.copyOf(parts);
    }

    /** The smallest rectangle around all parts. */
    Box box() {
        return parts.stream().reduce(Box::around).orElseThrow();
    }

    /** What to read of a line that is straight: all of it, with the letters at its ends that it may have cut. */
    Box whole() {
        Box box = box();
        return box.runsAlongColumn() ? box.grown(0, margin) : box.grown(margin, 0);
    }

    /** What to blank: the ends of a line are found less surely than its sides. */
    List<Box> withMargin() {
        int along = isSlanted() ? margin : 2 * margin;
        return parts.stream()
                .map(part -> part.runsAlongColumn() ? part.grown(margin, along) : part.grown(along, margin))
                .toList();
    }

    /** True for letters that were found in the image as it is. */
    boolean isFine() {
        return cell == Cells.SIDE;
    }

    /** A part of the line. */
    Line only(Box part) {
        return new Line(List.of(part), margin, cell, likelihood);
    }

    boolean isSlanted() {
        return parts.size() > 1;
    }
}
