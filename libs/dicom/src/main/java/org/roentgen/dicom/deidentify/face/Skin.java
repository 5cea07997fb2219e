package org.roentgen.dicom.deidentify.face;

import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;

/**
 * The skin of the front of a head: for each place of its grid seen from before how far to the back it lies, in mm along y. It has
 * no holes and no spikes. Of the flat one what is narrower than a hand is taken off: a layer of even depth under the skin would keep
 * the shape of nose, lips and chin.
 */
final class Skin {
    /** Tissue behind the skin, mm: ghosts of movement in front of it are thinner. */
    private static final double THICKNESS = 8;

    private static final double NEIGHBOURHOOD = 8;
    private static final double HALF_FEATURE = 20;
    private static final double NONE = Double.NEGATIVE_INFINITY;

    private final HeadGrid grid;

    private final double[] smooth;
    private final double[] flat;

    Skin(HeadGrid head) {
        this.grid = head.with(new boolean[0]);
        this.smooth = smoothed(seen(head));
        this.flat = flattened(smooth);
    }

    /** Negative infinity where no head is. */
    double at(double x, double z) {
        return smooth[place(x, z)];
    }

    /** The same without nose, lips and chin. */
    double flatAt(double x, double z) {
        return flat[place(x, z)];
    }

    /** Whether the images show skin there. */
    boolean isSeen(double x, double z) {
        return grid.covers(x, z) && at(x, z) > NONE;
    }

    /** Half-way between right and left of the images, mm. */
    double middle() {
        return grid.low().x() + grid.width() * grid.cell().x() / 2;
    }

    private int place(double x, double z) {
        return grid.row(z) * grid.width() + grid.column(x);
    }

    private static double[] seen(HeadGrid grid) {
        int run = (int) Math.ceil(THICKNESS / grid.cell().y());
        double[] seen = new double[grid.width() * grid.height()];
        for (int at = 0; at < seen.length; at++) {
            int first = grid.first(at % grid.width(), at / grid.width(), run);
            seen[at] = first < 0 ? NONE : grid.front(first);
        }
        return seen;
    }

    /** Of the places around each the one that a quarter lies before. */
    private double[] smoothed(double[] seen) {
        int width = grid.width();
        int reach = (int) Math.ceil(NEIGHBOURHOOD / grid.cell().x());
        int reachUp = (int) Math.ceil(NEIGHBOURHOOD / grid.cell().z());
        double[] smooth = new double[seen.length];
        for (int at = 0; at < seen.length; at++) {
            int x = at % width;
            int z = at / width;
            double[] around = IntStream.rangeClosed(Math.max(0, z - reachUp), Math.min(grid.height() - 1, z + reachUp))
                    .flatMap(row -> IntStream.rangeClosed(Math.max(0, x - reach), Math.min(width - 1, x + reach))
                            .map(column -> row * width + column))
                    .mapToDouble(place -> seen[place])
                    .filter(Double::isFinite)
                    .sorted()
                    .toArray();
            smooth[at] = around.length == 0 ? NONE : around[around.length / 4];
        }
        return smooth;
    }

    /** As far back as the farthest around, then as far to the front as the foremost of those: slopes stay, bumps go. */
    private double[] flattened(double[] skin) {
        double[] back = around(skin, Math::max);
        double[] front = around(back, (one, other) -> one == NONE ? other : other == NONE ? one : Math.min(one, other));
        for (int at = 0; at < front.length; at++) {
            front[at] = skin[at] == NONE ? NONE : front[at];
        }
        return front;
    }

    private double[] around(double[] values, DoubleBinaryOperator chosen) {
        int reach = (int) (HALF_FEATURE / grid.cell().x());
        int reachUp = (int) (HALF_FEATURE / grid.cell().z());
        return along(along(values, 1, grid.width(), reach, chosen), grid.width(), grid.height(), reachUp, chosen);
    }

    private static double[] along(double[] values, int stride, int size, int reach, DoubleBinaryOperator chosen) {
        double[] result = new double[values.length];
        for (int at = 0; at < values.length; at++) {
            int position = at / stride % size;
            double best = values[at];
            for (int step = -Math.min(reach, position); step <= Math.min(reach, size - 1 - position); step++) {
                best = chosen.applyAsDouble(best, values[at + step * stride]);
            }
            result[at] = best;
        }
        return result;
    }
}
