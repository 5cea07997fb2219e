package org.roentgen.dicom.deidentify.face;

import java.io.IOException;
import java.util.function.IntPredicate;
import org.roentgen.dicom.deidentify.RefusedException;
import org.roentgen.dicom.geometry.PlaneGeometry;
import org.roentgen.dicom.geometry.Vector3;

/**
 * Where tissue is, on a grid along the axes of the patient: cells of 2 mm, or larger where pixels or slices are farther apart, so that
 * none is left out between them. Cells run from front to back, then from right to left, then from below to the top.
 *
 * @param low the corner with the least coordinates
 * @param cell size of a cell, mm
 * @param width cells along x
 * @param length cells along y
 * @param height cells along z
 * @param solid cells that are tissue
 */
record HeadGrid(Vector3 low, Vector3 cell, int width, int length, int height, boolean[] solid) {
    private static final double SIZE = 2;
    private static final double ROOMY = 1.05;
    /** Of what is shown below the highest point, mm: a head and a neck; the rest of the body is not looked at. */
    private static final double TALLEST = 700;

    private static final int MOST_CELLS = 60_000_000;
    private static final double LEAST_TISSUE = 0.5;

    /** Reads all slices that reach into the upper part of the volume. */
    static HeadGrid of(HeadVolume volume, Tissue tissue) throws IOException {
        Vector3 cell = cell(volume);
        Vector3 high = volume.corner(true);
        Vector3 corner = volume.corner(false);
        Vector3 low = new Vector3(corner.x(), corner.y(), Math.max(corner.z(), high.z() - TALLEST));
        int width = cells(low.x(), high.x(), cell.x());
        int length = cells(low.y(), high.y(), cell.y());
        int height = cells(low.z(), high.z(), cell.z());
        if ((long) width * length * height > MOST_CELLS) {
            throw new RefusedException("what is shown is %.0f mm wide and %.0f mm deep, which no head is"
                    .formatted(high.x() - low.x(), high.y() - low.y()));
        }
        HeadGrid grid = new HeadGrid(low, cell, width, length, height, new boolean[width * length * height]);
        grid.fill(volume, tissue);
        return grid;
    }

    private static int cells(double from, double to, double size) {
        return (int) ((to - from) / size) + 1;
    }

    /** Along the axis that the slices are stacked along as large as they are apart, along the others as the pixels are. */
    private static Vector3 cell(HeadVolume volume) {
        PlaneGeometry plane = volume.plane(0);
        double[] sizes = new double[3];
        int stacked = 0;
        for (int axis = 0; axis < 3; axis++) {
            sizes[axis] = Math.max(SIZE, ROOMY * Math.max(plane.rowSpacing(), plane.columnSpacing()));
            if (along(plane, axis) > along(plane, stacked)) {
                stacked = axis;
            }
        }
        sizes[stacked] = Math.max(SIZE, ROOMY * volume.sliceSpacing() / along(plane, stacked));
        return new Vector3(sizes[0], sizes[1], sizes[2]);
    }

    private static double along(PlaneGeometry plane, int axis) {
        return Math.abs(plane.normal().component(axis));
    }

    private void fill(HeadVolume volume, Tissue tissue) throws IOException {
        short[] bright = new short[solid.length];
        short[] all = new short[solid.length];
        for (int slice = 0; slice < volume.size(); slice++) {
            PlaneGeometry plane = volume.plane(slice);
            if (!reaches(plane)) {
                continue;
            }
            float[] values = volume.values(slice);
            HeadVolume.walk(plane, (pixel, x, y, z) -> {
                if (z >= low.z()) {
                    int at = index(column(x), place(y), row(z));
                    all[at]++;
                    bright[at] += (short) (values[pixel] >= tissue.least() ? 1 : 0);
                }
            });
        }
        for (int i = 0; i < solid.length; i++) {
            boolean isSkipped = all[i] == 0 && i % length > 0 && all[i - 1] > 0;
            solid[i] = isSkipped ? solid[i - 1] : all[i] > 0 && bright[i] >= LEAST_TISSUE * all[i];
        }
    }

    private boolean reaches(PlaneGeometry plane) {
        for (int column : new int[] {0, plane.columns() - 1}) {
            for (int row : new int[] {0, plane.rows() - 1}) {
                if (plane.toPatient(column, row).z() >= low.z()) {
                    return true;
                }
            }
        }
        return false;
    }

    /** With other cells on the same places. */
    HeadGrid with(boolean[] cells) {
        return new HeadGrid(low, cell, width, length, height, cells);
    }

    int index(int column, int place, int row) {
        return (row * width + column) * length + place;
    }

    /** The nearest column of cells; those of x. */
    int column(double x) {
        return Math.clamp((long) ((x - low.x()) / cell.x()), 0, width - 1);
    }

    /** The nearest place from front to back; those of y. */
    int place(double y) {
        return Math.clamp((long) ((y - low.y()) / cell.y()), 0, length - 1);
    }

    /** The nearest row from below; those of z. */
    int row(double z) {
        return Math.clamp((long) ((z - low.z()) / cell.z()), 0, height - 1);
    }

    /** Whether a place seen from the front lies in the grid. */
    boolean covers(double x, double z) {
        return x >= low.x() && x < low.x() + width * cell.x() && z >= low.z() && z < top(height - 1);
    }

    /** Where the row ends, mm. */
    double top(int row) {
        return low.z() + (row + 1) * cell.z();
    }

    /** Where the place begins, mm. */
    double front(int place) {
        return low.y() + place * cell.y();
    }

    /** How many cells of a row and place are solid, from right to left. */
    int across(int row, int place) {
        int cells = 0;
        for (int column = 0; column < width; column++) {
            cells += solid[index(column, place, row)] ? 1 : 0;
        }
        return cells;
    }

    /** How many cells of a row and column are solid, from front to back. */
    int deep(int row, int column) {
        int cells = 0;
        for (int place = 0; place < length; place++) {
            cells += solid[index(column, place, row)] ? 1 : 0;
        }
        return cells;
    }

    /** How many cells of a row are solid. */
    int section(int row) {
        int cells = 0;
        for (int i = index(0, 0, row), end = index(0, 0, row + 1); i < end; i++) {
            cells += solid[i] ? 1 : 0;
        }
        return cells;
    }

    /** The first of so many solid cells from the front, or -1. */
    int first(int column, int row, int run) {
        return first(column, row, run, _ -> true);
    }

    /**
     * The first of so many solid cells from the front, or -1.
     *
     * @param isSeen whether the cell at a place counts
     */
    int first(int column, int row, int run, IntPredicate isSeen) {
        int solids = 0;
        for (int place = 0; place < length; place++) {
            solids = solid[index(column, place, row)] && isSeen.test(place) ? solids + 1 : 0;
            if (solids == run) {
                return place - run + 1;
            }
        }
        return -1;
    }
}
