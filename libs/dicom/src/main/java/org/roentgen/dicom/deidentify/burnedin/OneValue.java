package org.roentgen.dicom.deidentify.burnedin;

/**
 * What is drawn in one value, parted from tissue that is as bright: the pixels that have it, and those beside them that are nearer
 * to it than to what is around, as the edges of strokes are.
 */
final class OneValue {
    /** The ink of what is drawn, in the plane that {@link #of} makes. */
    static final Ink INK = new Ink(1, 1);

    private static final int AROUND = 2;

    private final Plane plane;
    private final Ink value;

    private OneValue(Plane plane, Ink value) {
        this.plane = plane;
        this.value = value;
    }

    /** 1 where the value is drawn, 0 elsewhere. */
    static Plane of(Plane plane, Ink value) {
        return within(plane, new Box(0, 0, plane.width(), plane.height()), value);
    }

    /** 1 where the value is drawn in a part of an image, 0 elsewhere. */
    static Plane within(Plane plane, Box part, Ink value) {
        OneValue drawn = new OneValue(plane, value);
        int[] marked = new int[plane.values().length];
        for (int y = part.y(); y < part.bottom(); y++) {
            for (int x = part.x(); x < part.right(); x++) {
                if (value.holds(plane.at(x, y))) {
                    drawn.mark(x, y, marked);
                }
            }
        }
        return new Plane(plane.width(), plane.height(), marked);
    }

    private void mark(int x, int y, int[] marked) {
        for (int row = Math.max(0, y - 1); row <= Math.min(plane.height() - 1, y + 1); row++) {
            for (int column = Math.max(0, x - 1); column <= Math.min(plane.width() - 1, x + 1); column++) {
                int at = row * plane.width() + column;
                if (marked[at] == 0 && isNear(column, row)) {
                    marked[at] = 1;
                }
            }
        }
    }

    private boolean isNear(int x, int y) {
        int distance = distance(x, y);
        if (distance == 0) {
            return true;
        }
        for (int row = Math.max(0, y - AROUND); row <= Math.min(plane.height() - 1, y + AROUND); row++) {
            for (int column = Math.max(0, x - AROUND); column <= Math.min(plane.width() - 1, x + AROUND); column++) {
                if (distance(column, row) >= 2 * distance) {
                    return true;
                }
            }
        }
        return false;
    }

    private int distance(int x, int y) {
        int at = plane.at(x, y);
        return at < value.least() ? value.least() - at : Math.max(0, at - value.most());
    }
}
