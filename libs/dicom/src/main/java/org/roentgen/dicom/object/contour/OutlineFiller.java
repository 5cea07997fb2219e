package org.roentgen.dicom.object.contour;

import java.util.List;

/**
 * Fills outlines by the even-odd rule: a pixel is inside when a ray from its centre crosses the outlines an odd number of times. So
 * an outline within another is a hole, whether or not a keyhole joins them, and the two sides of a keyhole's channel cancel.
 */
public final class OutlineFiller {
    private OutlineFiller() {}

    /** The mask, row by row; what lies beyond the image is cut off. */
    public static boolean[] fill(List<Outline> outlines, int columns, int rows) {
        boolean[] crossings = new boolean[Math.multiplyExact(columns, rows)];
        for (Outline outline : outlines) {
            for (int index = 0; index < outline.size(); index++) {
                int next = index + 1 == outline.size() ? 0 : index + 1;
                mark(outline, index, next, crossings, columns);
            }
        }
        for (int start = 0; start < crossings.length; start += columns) {
            for (int index = start + 1; index < start + columns; index++) {
                crossings[index] ^= crossings[index - 1];
            }
        }
        return crossings;
    }

    /** Toggles the first pixel at or right of each crossing; the upper end of a side belongs to it, the lower does not. */
    private static void mark(Outline outline, int from, int to, boolean[] crossings, int columns) {
        boolean down = outline.ys()[from] <= outline.ys()[to];
        int upper = down ? from : to;
        int lower = down ? to : from;
        double x = outline.xs()[upper];
        double y = outline.ys()[upper];
        double slope = (outline.xs()[lower] - x) / (outline.ys()[lower] - y);
        int rows = crossings.length / columns;
        int first = (int) Math.max(0, Math.ceil(y));
        for (int row = first; row < rows && row < outline.ys()[lower]; row++) {
            double column = Math.max(0, Math.ceil(x + (row - y) * slope));
            if (column < columns) {
                crossings[row * columns + (int) column] ^= true;
            }
        }
    }
}
