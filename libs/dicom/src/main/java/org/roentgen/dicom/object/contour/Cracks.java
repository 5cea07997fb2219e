package org.roentgen.dicom.object.contour;

/**
 * The directed sides ("cracks") between pixels inside and outside of a mask, the inside always lying to their right. A crack is one
 * number: its start corner times 4 plus its direction (0 right, 1 down, 2 left, 3 up). Corner (x, y) is the upper left one of
 * pixel (x, y).
 */
record Cracks(boolean[] mask, int columns) {
    static final int RIGHT = 0;
    static final int DOWN = 1;
    static final int UP = 3;

    private static final int[] STEP_X = {1, 0, -1, 0};
    private static final int[] STEP_Y = {0, 1, 0, -1};
    /** The pixel to the right of a crack, counted from its start corner. */
    private static final int[] INSIDE_X = {0, -1, -1, 0};

    private static final int[] INSIDE_Y = {0, 0, -1, -1};
    private static final int[] OUTSIDE_X = {0, 0, -1, -1};
    private static final int[] OUTSIDE_Y = {-1, 0, 0, -1};

    int rows() {
        return mask.length / columns;
    }

    boolean isInside(int x, int y) {
        return x >= 0 && y >= 0 && x < columns && y < rows() && mask[y * columns + x];
    }

    int crack(int x, int y, int direction) {
        return (y * (columns + 1) + x) * 4 + direction;
    }

    static int direction(int crack) {
        return crack & 3;
    }

    int startX(int crack) {
        return (crack >> 2) % (columns + 1);
    }

    int startY(int crack) {
        return (crack >> 2) / (columns + 1);
    }

    /** The pixel inside, to the right of the crack. */
    int insidePixel(int crack) {
        int direction = direction(crack);
        return (startY(crack) + INSIDE_Y[direction]) * columns + startX(crack) + INSIDE_X[direction];
    }

    /** The crack that goes on at the end of one: the sharpest turn to the right, so that pixels touching at a corner stay apart. */
    int next(int crack) {
        int direction = direction(crack);
        int x = startX(crack) + STEP_X[direction];
        int y = startY(crack) + STEP_Y[direction];
        for (int turn : new int[] {1, 0, 3}) {
            int candidate = (direction + turn) & 3;
            if (isInside(x + INSIDE_X[candidate], y + INSIDE_Y[candidate])
                    && !isInside(x + OUTSIDE_X[candidate], y + OUTSIDE_Y[candidate])) {
                return crack(x, y, candidate);
            }
        }
        throw new IllegalStateException("no side goes on at corner (%d, %d)".formatted(x, y));
    }

    double vertexX(int crack, OutlineStyle style) {
        double along = style == OutlineStyle.MARCHING_SQUARES ? 0.5 * STEP_X[direction(crack)] : 0;
        return startX(crack) + along - 0.5;
    }

    double vertexY(int crack, OutlineStyle style) {
        double along = style == OutlineStyle.MARCHING_SQUARES ? 0.5 * STEP_Y[direction(crack)] : 0;
        return startY(crack) + along - 0.5;
    }
}
