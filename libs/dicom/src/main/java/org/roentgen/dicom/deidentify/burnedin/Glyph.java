package org.roentgen.dicom.deidentify.burnedin;

/**
 * A connected set of bright pixels that may be a letter, or a word whose letters touch.
 *
 * @param box the smallest rectangle around it
 * @param area its pixels
 * @param peak its brightest value
 * @param runs the horizontal strokes that it is made of, summed over its rows
 * @param columnRuns the vertical strokes that it is made of, summed over its columns
 */
record Glyph(Box box, int area, int peak, int runs, int columnRuns) {
    private static final double LETTER_WIDTH = 0.7;

    int height() {
        return box.height();
    }

    /** How many letters of usual width it may hold, at least one. */
    int letters() {
        return Math.max(1, (int) Math.round(box.width() / (LETTER_WIDTH * box.height())));
    }

    /** Columns between two glyphs; negative where they overlap. */
    int gapTo(Glyph other) {
        return Math.max(box.x(), other.box.x()) - Math.min(box.right(), other.box.right());
    }

    /** Rows that two glyphs share; negative where there are none. */
    int sharedRows(Glyph other) {
        return Math.min(box.bottom(), other.box.bottom()) - Math.max(box.y(), other.box.y());
    }

    /** The glyph in an image that is mirrored at its diagonal. */
    Glyph transposed() {
        return new Glyph(box.transposed(), area, peak, columnRuns, runs);
    }
}
