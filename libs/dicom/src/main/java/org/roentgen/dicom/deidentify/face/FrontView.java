package org.roentgen.dicom.deidentify.face;

/** The surface of a head seen from the front, lit from where it is seen from. */
final class FrontView {
    /** Tells of a point of the patient whether it is taken away. */
    @FunctionalInterface
    interface Hidden {
        boolean isHidden(double x, double y, double z);
    }

    /** Mm of tissue that are seen. */
    private static final double THICKNESS = 4;

    private static final double DARKEST = 50;
    private static final double BRIGHTEST = 255;
    private static final double FADING = 0.5;

    private final HeadGrid grid;
    private final double[] depths;

    private FrontView(HeadGrid grid, Hidden hidden) {
        this.grid = grid;
        this.depths = new double[grid.width() * grid.height()];
        int run = (int) Math.ceil(THICKNESS / grid.cell().y());
        for (int row = 0; row < grid.height(); row++) {
            for (int column = 0; column < grid.width(); column++) {
                depths[row * grid.width() + column] = depth(column, row, run, hidden);
            }
        }
    }

    static FacePicture of(HeadGrid grid, Hidden hidden) {
        return new FrontView(grid, hidden).render();
    }

    /** Mm from the front of the grid to the first tissue, or NaN. */
    private double depth(int column, int row, int run, Hidden hidden) {
        double x = grid.low().x() + (column + 0.5) * grid.cell().x();
        double z = grid.low().z() + (row + 0.5) * grid.cell().z();
        int first = grid.first(
                column,
                row,
                run,
                place -> !hidden.isHidden(x, grid.front(place) + grid.cell().y() / 2, z));
        return first < 0 ? Double.NaN : first * grid.cell().y();
    }

    /** A pixel for each mm; the patient's right is to the left, as who stands before them sees it. */
    private FacePicture render() {
        int width = (int) (grid.width() * grid.cell().x());
        int height = (int) (grid.height() * grid.cell().z());
        byte[] grey = new byte[width * height];
        for (int y = 0; y < height; y++) {
            int row = grid.height()
                    - 1
                    - Math.min(grid.height() - 1, (int) (y / grid.cell().z()));
            for (int x = 0; x < width; x++) {
                int column = Math.min(grid.width() - 1, (int) (x / grid.cell().x()));
                grey[y * width + x] = (byte) Math.round(brightness(column, row));
            }
        }
        return new FacePicture(width, height, grey);
    }

    private double brightness(int column, int row) {
        double depth = smooth(column, row);
        if (Double.isNaN(depth)) {
            return 0;
        }
        double slopeX = slope(
                depth,
                smooth(column - 1, row),
                smooth(column + 1, row),
                grid.cell().x());
        double slopeZ = slope(
                depth,
                smooth(column, row - 1),
                smooth(column, row + 1),
                grid.cell().z());
        double facing = 1 / Math.sqrt(1 + slopeX * slopeX + slopeZ * slopeZ);
        double fading = 1 - FADING * depth / (grid.length() * grid.cell().y());
        return DARKEST + (BRIGHTEST - DARKEST) * facing * fading;
    }

    private static double slope(double here, double before, double after, double size) {
        double from = Double.isNaN(before) ? here : before;
        double to = Double.isNaN(after) ? here : after;
        return (to - from) / (2 * size);
    }

    /** The mean depth around a cell, NaN where it shows nothing. */
    private double smooth(int column, int row) {
        if (Double.isNaN(at(column, row))) {
            return Double.NaN;
        }
        double sum = 0;
        int count = 0;
        for (int z = row - 1; z <= row + 1; z++) {
            for (int x = column - 1; x <= column + 1; x++) {
                double depth = at(x, z);
                sum += Double.isNaN(depth) ? 0 : depth;
                count += Double.isNaN(depth) ? 0 : 1;
            }
        }
        return sum / count;
    }

    private double at(int column, int row) {
        boolean isInside = column >= 0 && row >= 0 && column < grid.width() && row < grid.height();
        return isInside ? depths[row * grid.width() + column] : Double.NaN;
    }
}
