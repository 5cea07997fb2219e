package org.roentgen.dicom.deidentify.face;

import java.util.IntSummaryStatistics;
import org.roentgen.dicom.deidentify.RefusedException;

/**
 * The size of a head, by its upper part, which neither nose nor neck reach.
 *
 * @param top its highest point, mm along z
 * @param front its foremost point, mm along y
 * @param back its hindmost point, mm along y
 */
record HeadMeasures(double top, double front, double back) {
    private static final double LEAST_SECTION = 2000;
    private static final double LARGEST_TOP = 12_000;
    private static final double LEAST_WIDTH = 20;
    private static final double UPPER_PART = 80;
    private static final double LEAST_LENGTH = 120;
    private static final double MOST_LENGTH = 270;
    /** Of the length. */
    private static final double LEAST_BREADTH = 0.6;

    private static final double MOST_BREADTH = 1.1;
    /** Of the square of the length: a head fills two thirds of it, less where bone is as dark as air. */
    private static final double LEAST_FILLED = 0.35;

    double length() {
        return back - front;
    }

    /** @throws RefusedException if this is no head, such as arms that are raised over one, or its top is not seen */
    static HeadMeasures of(HeadGrid grid) throws RefusedException {
        int topRow = topRow(grid);
        IntSummaryStatistics places = new IntSummaryStatistics();
        IntSummaryStatistics columns = new IntSummaryStatistics();
        double filled = 0;
        for (int row = grid.row(grid.top(topRow) - UPPER_PART); row <= topRow; row++) {
            for (int place = 0; place < grid.length(); place++) {
                if (grid.across(row, place) * grid.cell().x() >= LEAST_WIDTH) {
                    places.accept(place);
                }
            }
            for (int column = 0; column < grid.width(); column++) {
                if (grid.deep(row, column) * grid.cell().y() >= LEAST_WIDTH) {
                    columns.accept(column);
                }
            }
            filled = Math.max(filled, area(grid, row));
        }
        double length = extent(places) * grid.cell().y();
        double breadth = extent(columns) * grid.cell().x();
        boolean isHead = length >= LEAST_LENGTH
                && length <= MOST_LENGTH
                && breadth >= LEAST_BREADTH * length
                && breadth <= MOST_BREADTH * length
                && filled >= LEAST_FILLED * length * length;
        if (!isHead) {
            throw new RefusedException(
                    "what is shown is %.0f mm from front to back, %.0f mm across and fills %.0f cm², which no head does"
                            .formatted(length, breadth, filled / 100));
        }
        return new HeadMeasures(grid.top(topRow), grid.front(places.getMin()), grid.front(places.getMax() + 1));
    }

    private static int extent(IntSummaryStatistics cells) {
        return cells.getCount() == 0 ? 0 : cells.getMax() - cells.getMin() + 1;
    }

    /** The highest level at which a head is seen; the top of the volume must lie above it. */
    private static int topRow(HeadGrid grid) throws RefusedException {
        for (int row = grid.height() - 1; row >= 0; row--) {
            double area = area(grid, row);
            if (area >= LEAST_SECTION) {
                if (row >= grid.height() - 2 && area > LARGEST_TOP) {
                    throw new RefusedException(
                            "the top of the head lies outside of the images, so that the brow is not found");
                }
                return row;
            }
        }
        throw new RefusedException("nothing of the size of a head is seen");
    }

    private static double area(HeadGrid grid, int row) {
        return grid.section(row) * grid.cell().x() * grid.cell().y();
    }
}
