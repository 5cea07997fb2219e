package org.roentgen.dicom.deidentify.burnedin;

import java.util.Arrays;

/** Parts thin strokes from whatever is behind them: what is brighter than the largest of the darkest around it (a top-hat). */
final class Strokes {
    /** Part of the pixels that may be strokes. */
    static final double[] PARTS = {0.007, 0.02, 0.05};

    private static final int WIDEST = 2;
    private static final int MOST_BINS = 65_536;

    private final Plane plane;
    private final int[] heights;
    private final int[] counts;
    private final int step;

    Strokes(Plane plane) {
        this.plane = plane;
        int[] opened = opened(plane);
        heights = new int[opened.length];
        Arrays.setAll(heights, i -> plane.values()[i] - opened[i]);
        step = Arrays.stream(heights).max().orElse(0) / MOST_BINS + 1;
        counts = new int[MOST_BINS];
        for (int height : heights) {
            counts[height / step]++;
        }
    }

    /** The image where its strokes stand out most, and as dark as the darkest elsewhere. */
    Plane highest(double part) {
        int least = Math.max(1, atLeast(part));
        int dark = plane.least();
        int[] values = new int[heights.length];
        Arrays.setAll(values, i -> heights[i] >= least ? plane.values()[i] : dark);
        return new Plane(plane.width(), plane.height(), values);
    }

    /** The height that a part of the pixels reach. */
    private int atLeast(double part) {
        int lower = (int) ((1 - part) * (heights.length - 1));
        int bin = 0;
        for (int seen = counts[0]; seen <= lower; seen += counts[bin]) {
            bin++;
        }
        return bin * step;
    }

    private static int[] opened(Plane plane) {
        int[] darkest = negated(largest(negated(plane.values()), plane));
        return largest(darkest, plane);
    }

    private static int[] negated(int[] values) {
        int[] negated = new int[values.length];
        Arrays.setAll(negated, i -> -values[i]);
        return negated;
    }

    /** The largest of the values around each pixel. */
    private static int[] largest(int[] values, Plane plane) {
        int[] largest = values.clone();
        for (int shift = 1; shift <= WIDEST; shift++) {
            for (int row = 0; row < values.length; row += plane.width()) {
                int last = row + plane.width() - shift;
                raise(largest, row, values, row + shift, last - row);
                raise(largest, row + shift, values, row, last - row);
            }
        }
        int[] ofRows = largest.clone();
        for (int shift = 1; shift <= WIDEST; shift++) {
            int rows = shift * plane.width();
            raise(largest, 0, ofRows, rows, values.length - rows);
            raise(largest, rows, ofRows, 0, values.length - rows);
        }
        return largest;
    }

    /** Raises values to those of another place. */
    private static void raise(int[] raised, int at, int[] values, int from, int count) {
        for (int i = 0; i < count; i++) {
            raised[at + i] = Math.max(raised[at + i], values[from + i]);
        }
    }
}
