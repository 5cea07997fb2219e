package org.roentgen.dicom.deidentify.burnedin;

/** Decides whether a group of glyphs is text. */
final class LineCheck {
    private static final double LEAST_EQUAL_PEAKS = 0.7;
    private static final double LEAST_ON_LINE = 0.6;
    private static final double LEAST_EQUAL_HEIGHTS = 0.6;
    private static final double LEAST_STROKES = 1.15;
    private static final double LEAST_STROKES_OF_STRAIGHT = 0.85;
    private static final double LEAST_FULL_OF_STRAIGHT = 0.03;
    private static final double LEAST_STROKES_OF_FEW = 1.08;
    private static final double TOLERANCE_OF_STRAIGHT = 0.12;
    private static final double LEAST_STROKES_OF_DRAWN = 0.35;
    private static final double LEAST_STROKES_DOWN = 1.2;
    private static final double LEAST_EQUAL_OF_DRAWN = 0.45;
    private static final double LEAST_ON_LINE_OF_DRAWN = 0.4;
    private static final int LEAST_GLYPHS = 3;
    private static final int LEAST_RULED = 6;
    private static final int SMALL_IMAGE = 128;
    private static final double LARGEST_PART_OF_SMALL = 0.1;
    private static final int FEW = 4;
    private static final int LEAST_CLEAR_HEIGHT = 7;
    private static final int MANY = 5;
    private static final int LEAST_WITH_DESCENDERS = 8;
    private static final double LEAST_FAR = 0.6;
    private static final double TALLEST_LINE = 2.2;
    private static final double GAP_BETWEEN_WORDS = 2;
    private static final double LONGEST_EXTENSION = 6;
    private static final int SMALL = 13;
    private static final int LARGE = 24;

    private final Side side;
    private final TextLine line;
    private final Ink ink;
    private final int height;
    private final int peak;
    private final double tolerance;

    LineCheck(Side side, TextLine line, Ink ink) {
        this.side = side;
        this.line = line;
        this.ink = ink;
        this.height = line.median(Glyph::height);
        this.peak = line.median(Glyph::peak);
        // Thin strokes of small letters are pale where they fall between pixels.
        this.tolerance = (height < SMALL ? 0.2 : 0.06) * side.range();
    }

    boolean isText() {
        int bottom = line.median(glyph -> glyph.box().bottom());
        int top = line.median(glyph -> glyph.box().y());
        double slack = Math.max(1, 0.15 * height);
        return line.box().height() <= TALLEST_LINE * height
                && line.near(Glyph::height, height, Math.max(2, 0.4 * height)) >= LEAST_EQUAL_HEIGHTS
                && line.near(Glyph::peak, peak, tolerance) >= LEAST_EQUAL_PEAKS
                && Math.max(
                                line.near(glyph -> glyph.box().bottom(), bottom, slack),
                                line.near(glyph -> glyph.box().y(), top, slack))
                        >= LEAST_ON_LINE
                && line.strokes() >= (isStraight() ? LEAST_STROKES_OF_STRAIGHT : LEAST_STROKES)
                && (!isChance() || line.near(glyph -> glyph.box().bottom(), bottom, 1) == 1)
                && standsOut();
    }

    /**
     * True for text, and for what can hardly be anything else although its letters touch, are of unequal height or are pale: what is
     * drawn in one value on clear ground, and many letters between two lines.
     */
    boolean isClearText() {
        return isText() || isDrawn() || isRuled();
    }

    /** Ink of one value on ground of other values, not made of blobs. */
    boolean isDrawn() {
        int bottom = line.median(glyph -> glyph.box().bottom());
        int top = line.median(glyph -> glyph.box().y());
        double slack = Math.max(1, 0.15 * height);
        return line.glyphs().size() >= (line.letters() < FEW ? LEAST_GLYPHS : 2)
                && line.box().height() <= TALLEST_LINE * height
                && line.strokes() >= LEAST_STROKES_OF_DRAWN
                && line.strokesDown() >= LEAST_STROKES_DOWN
                && line.near(Glyph::height, height, Math.max(2, 0.4 * height)) >= LEAST_EQUAL_OF_DRAWN
                && line.near(Glyph::peak, peak, tolerance) >= LEAST_EQUAL_PEAKS
                && Math.max(
                                line.near(glyph -> glyph.box().bottom(), bottom, slack),
                                line.near(glyph -> glyph.box().y(), top, slack))
                        >= LEAST_ON_LINE_OF_DRAWN
                && !isChance()
                && (contrast().isExact()
                        || line.letters() >= MANY && isEven() && contrast().isStrong());
    }

    /** Large things of one value that stand between two lines, or on one line if they are many. */
    boolean isDrawnLarge() {
        int bottom = line.median(glyph -> glyph.box().bottom());
        int top = line.median(glyph -> glyph.box().y());
        double slack = 0.15 * height;
        return line.glyphs().size() >= LEAST_GLYPHS
                && Math.max(
                                line.near(glyph -> glyph.box().bottom(), bottom, 1),
                                line.near(glyph -> glyph.box().y(), top, 1))
                        >= LEAST_ON_LINE
                && Math.min(
                                line.near(glyph -> glyph.box().bottom(), bottom, slack),
                                line.near(glyph -> glyph.box().y(), top, slack))
                        >= LEAST_ON_LINE_OF_DRAWN
                && contrast().isExact()
                && isDrawn();
    }

    /** Many letters that all stand on one line and reach up to another, however pale some are. */
    private boolean isRuled() {
        return line.glyphs().size() >= LEAST_RULED && line.strokes() >= LEAST_STROKES && isBetweenLines();
    }

    /** A few large spots in a small image stand side by side now and then. */
    private boolean isChance() {
        int shorter = Math.min(side.width(), side.height());
        return line.letters() < MANY && shorter < SMALL_IMAGE && line.box().height() > LARGEST_PART_OF_SMALL * shorter;
    }

    /** Many glyphs that stand on one line exactly are hardly anything but text, be it bold; a few descend. */
    boolean isStraight() {
        return isStraight(MANY);
    }

    /** @param least glyphs, but for those that are as high as each other */
    boolean isStraight(int least) {
        return line.near(Glyph::peak, peak, Math.max(tolerance, TOLERANCE_OF_STRAIGHT * side.range())) >= 0.85
                && (line.glyphs().size() >= least && isOnBaseline() || isBetweenLines());
    }

    private boolean isOnBaseline() {
        int bottom = line.median(glyph -> glyph.box().bottom());
        double standing = line.near(glyph -> glyph.box().bottom(), bottom, 1);
        double descending = line.near(
                glyph -> glyph.box().bottom(),
                bottom + (int) Math.round(0.3 * height),
                Math.max(0.5, 0.18 * height - 1));
        return standing >= 0.85
                || line.glyphs().size() >= LEAST_WITH_DESCENDERS
                        && height >= LEAST_CLEAR_HEIGHT
                        && standing >= 0.65
                        && standing + descending >= 0.9;
    }

    /** Capital letters or figures, all of which stand on one line and reach up to another. */
    private boolean isBetweenLines() {
        int bottom = line.median(glyph -> glyph.box().bottom());
        int top = line.median(glyph -> glyph.box().y());
        return line.glyphs().size() >= FEW
                && height >= LEAST_CLEAR_HEIGHT
                && line.near(glyph -> glyph.box().bottom(), bottom, 1) == 1
                && line.near(glyph -> glyph.box().y(), top, 1) == 1
                && line.strokes() >= LEAST_STROKES_OF_FEW;
    }

    /** Glyphs of one brightness, however small. */
    boolean isEven() {
        return line.near(Glyph::peak, peak, 0.08 * side.range()) >= 0.8;
    }

    /** Ink is near the peak in good part, the more the larger the letters; what is no ink is much darker or brighter. */
    private boolean standsOut() {
        double plateau = isStraight() ? LEAST_FULL_OF_STRAIGHT : height < SMALL ? 0.12 : height < LARGE ? 0.25 : 0.45;
        Contrast contrast = contrast();
        return contrast.full() >= plateau && contrast.far() >= LEAST_FAR;
    }

    private Contrast contrast() {
        return Contrast.of(side, line.box(), ink, peak, tolerance);
    }

    /** The line with what of the same ink follows on either side, and room for accents, descenders and commas. */
    Box extended() {
        Box box = line.box();
        int left = box.x();
        int right = box.right();
        int reach = Math.max(4, (int) Math.round(GAP_BETWEEN_WORDS * height));
        int farthest = (int) Math.round(LONGEST_EXTENSION * height);
        for (int x = left - 1; x >= 0 && left - x <= reach && box.x() - x <= farthest; x--) {
            left = isWriting(x, box) ? x : left;
        }
        for (int x = right; x < side.width() && x - right < reach && x - box.right() < farthest; x++) {
            right = isWriting(x, box) ? x + 1 : right;
        }
        return new Box(left, box.y(), right - left, box.height())
                .grown(Math.max(2, height / 2), Math.max(2, (int) Math.round(0.35 * height)))
                .within(side.width(), side.height());
    }

    /** A column of the line that holds some ink but not only ink. */
    private boolean isWriting(int x, Box box) {
        int drawn = 0;
        for (int y = box.y(); y < box.bottom(); y++) {
            drawn += Math.abs(side.at(x, y) - peak) <= 0.06 * side.range() ? 1 : 0;
        }
        return drawn > 0 && drawn < 0.9 * box.height();
    }
}
