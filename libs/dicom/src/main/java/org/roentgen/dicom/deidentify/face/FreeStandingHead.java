package org.roentgen.dicom.deidentify.face;

import java.util.Arrays;

/**
 * The head without the table and the head holder of a CT: what is thinner than a centimetre goes, and of what is left all but the
 * largest part.
 */
final class FreeStandingHead {
    private static final double HALF_THICKNESS = 4;
    /** Noses and lips are thin too: what is this near to the head belongs to it. */
    private static final double NEAR = 8;

    private final HeadGrid grid;
    private final int[] sizes;
    private final int[] strides;
    private final double[] cells;

    private FreeStandingHead(HeadGrid grid) {
        this.grid = grid;
        this.sizes = new int[] {grid.length(), grid.width(), grid.height()};
        this.strides = new int[] {1, grid.length(), grid.length() * grid.width()};
        this.cells = new double[] {grid.cell().y(), grid.cell().x(), grid.cell().z()};
    }

    /** Without anything thin: what the head is measured by. */
    static HeadGrid thick(HeadGrid grid) {
        FreeStandingHead head = new FreeStandingHead(grid);
        boolean[] opened = head.each(head.each(grid.solid(), HALF_THICKNESS, false), HALF_THICKNESS, true);
        return grid.with(head.largest(opened));
    }

    /** What is solid near to the thick parts. */
    static HeadGrid near(HeadGrid grid, HeadGrid thick) {
        boolean[] near = new FreeStandingHead(grid).each(thick.solid(), NEAR, true);
        for (int i = 0; i < near.length; i++) {
            near[i] &= grid.solid()[i];
        }
        return grid.with(near);
    }

    /** Grows or shrinks along each axis in turn; the reach is rounded down to whole cells. */
    private boolean[] each(boolean[] from, double reach, boolean grows) {
        boolean[] result = from.clone();
        for (int axis = 0; axis < sizes.length; axis++) {
            int steps = (int) (reach / cells[axis]);
            if (steps > 0) {
                along(result, axis, steps, grows);
            }
        }
        return result;
    }

    /** A cell stays where all around it are solid, those outside of the grid too; it comes where any of them is. */
    private void along(boolean[] cells, int axis, int steps, boolean grows) {
        int size = sizes[axis];
        int stride = strides[axis];
        int[] before = new int[size + 1];
        for (int start = 0; start < cells.length; start++) {
            if (start / stride % size != 0) {
                continue;
            }
            for (int i = 0; i < size; i++) {
                before[i + 1] = before[i] + (cells[start + i * stride] ? 1 : 0);
            }
            for (int i = 0; i < size; i++) {
                int from = Math.max(0, i - steps);
                int to = Math.min(size, i + steps + 1);
                int solid = before[to] - before[from];
                cells[start + i * stride] = grows ? solid > 0 : solid == to - from;
            }
        }
    }

    private boolean[] largest(boolean[] from) {
        boolean[] left = from.clone();
        boolean[] best = new boolean[from.length];
        int most = 0;
        int[] found = new int[1024];
        for (int seed = 0; seed < left.length; seed++) {
            if (!left[seed]) {
                continue;
            }
            int size = 0;
            found[size++] = seed;
            left[seed] = false;
            for (int next = 0; next < size; next++) {
                if (size + 6 > found.length) {
                    found = Arrays.copyOf(found, 2 * found.length);
                }
                for (int axis = 0; axis < sizes.length; axis++) {
                    int at = found[next] / strides[axis] % sizes[axis];
                    size = take(left, found, size, found[next] - strides[axis], at > 0);
                    size = take(left, found, size, found[next] + strides[axis], at < sizes[axis] - 1);
                }
            }
            if (size > most) {
                most = size;
                best = new boolean[from.length];
                for (int i = 0; i < size; i++) {
                    best[found[i]] = true;
                }
            }
        }
        return best;
    }

    private static int take(boolean[] left, int[] found, int size, int cell, boolean isInside) {
        if (!isInside || !left[cell]) {
            return size;
        }
        left[cell] = false;
        found[size] = cell;
        return size + 1;
    }
}
