package org.roentgen.dicom.deidentify.burnedin;

import java.util.Arrays;

/** Parts thin strokes from whatever is behind them: what is brighter than the largest of the darkest around it (a top-hat). */
final class Strokes {
    /** Part of the pixels that may be strokes. */
    static final double[] PARTS = {0.007, 0.02, 0.05};

    private static final int WIDEST = 2;

    private final Plane plane;
    private final int[] heights;
    private final int[] sorted;

    Strokes(Plane plane) {
        this.plane = plane;
        int[] opened = opened(plane);
        heights = new int[opened.length];
        Arrays.setAll(heights, i -> plane.values()[i] - opened[i]);
        sorted = heights.clone();
        Arrays.sort(sorted);
    }

    /** The image where its strokes stand out most, and as dark as the darkest elsewhere. */
    Plane highest(double part) {
        int least = Math.max(1, sorted[(int) ((1 - part) * (sorted.length - 1))]);
        int dark = plane.least();
        int[] values = new int[heights.length];
        Arrays.setAll(values, i -> heights[i] >= least ? plane.values()[i] : dark);
        return new Plane(plane.width(), plane.height(), values);
    }

    private static int[] opened(Plane plane) {
        Plane darkest = around(around(plane, -1).transposed(), -1);
        return around(around(darkest, 1).transposed(), 1).values();
    }

    /** The largest of the values beside each pixel in its row, or the smallest. */
    private static Plane around(Plane plane, int sign) {
        int[] values = new int[plane.values().length];
        for (int y = 0; y < plane.height(); y++) {
            for (int x = 0; x < plane.width(); x++) {
                int most = Integer.MIN_VALUE;
                for (int near = Math.max(0, x - WIDEST); near <= Math.min(plane.width() - 1, x + WIDEST); near++) {
                    most = Math.max(most, sign * plane.at(near, y));
                }
                values[y * plane.width() + x] = sign * most;
            }
        }
        return new Plane(plane.width(), plane.height(), values);
    }
}
