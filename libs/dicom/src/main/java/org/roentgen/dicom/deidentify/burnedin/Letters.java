package org.roentgen.dicom.deidentify.burnedin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.roentgen.dicom.deidentify.TableLines;

/** Tells capital letters by their shapes, from {@code glyphs.txt}. */
final class Letters {
    static final Letters INSTANCE = new Letters();
    private static final int COLUMNS = 10;
    private static final int ROWS = 12;
    private static final int CELLS = COLUMNS * ROWS;
    private static final double MOST_STRETCHED = 1.35;
    private static final double NARROW = 0.3;
    private static final int HIGH_CELLS = CELLS - Long.SIZE + 4;

    private final List<Shape> shapes = new ArrayList<>();

    /** A letter on a grid, in two words of {@link #HIGH_CELLS} and the remaining cells. */
    private record Shape(char letter, double width, long high, long low) {
        double likeness(Shape other) {
            return 1 - (Long.bitCount(high ^ other.high) + Long.bitCount(low ^ other.low)) / (double) CELLS;
        }

        /** Thin letters are wider or narrower by half with a pixel more or less. */
        boolean isAsWideAs(Shape other) {
            double ratio = Math.max(width, other.width) / Math.min(width, other.width);
            return ratio <= MOST_STRETCHED || Math.max(width, other.width) <= NARROW;
        }
    }

    private Letters() {
        TableLines.forEach("glyphs.txt", line -> {
            String[] fields = line.split(" ");
            int split = HIGH_CELLS / 4;
            shapes.add(new Shape(
                    fields[0].charAt(0),
                    Integer.parseInt(fields[1]) / 100.0,
                    Long.parseUnsignedLong(fields[2], 0, split, 16),
                    Long.parseUnsignedLong(fields[2], split, fields[2].length(), 16)));
        });
    }

    /** How much the drawing is like each letter from A to Z: 1 for no difference, 0 where it has another width. */
    double[] likenesses(Drawing drawing) {
        Shape shape = shape(drawing);
        double[] best = new double['Z' - 'A' + 1];
        for (Shape known : shapes) {
            if (known.isAsWideAs(shape)) {
                best[known.letter - 'A'] = Math.max(best[known.letter - 'A'], known.likeness(shape));
            }
        }
        return best;
    }

    /**
     * True where a drawing is read as a letter.
     *
     * @param likenesses of the drawing
     * @param least how much it has to be like the letter
     * @param mostBehind how much less than like any other
     */
    static boolean isLike(double[] likenesses, char letter, double least, double mostBehind) {
        double likeness = likenesses[letter - 'A'];
        return likeness >= least && likeness >= Arrays.stream(likenesses).max().orElse(0) - mostBehind;
    }

    private static Shape shape(Drawing drawing) {
        long high = 0;
        long low = 0;
        for (int cell = 0; cell < CELLS; cell++) {
            double width = drawing.width() / (double) COLUMNS;
            double height = drawing.height() / (double) ROWS;
            double left = cell % COLUMNS * width;
            double top = cell / COLUMNS * height;
            long bit = drawing.inked(left, left + width, top, top + height) >= 0.5 * width * height ? 1 : 0;
            if (cell < HIGH_CELLS) {
                high = high << 1 | bit;
            } else {
                low = low << 1 | bit;
            }
        }
        return new Shape('?', drawing.width() / (double) drawing.height(), high, low);
    }
}
