package org.roentgen.dicom.deidentify.face;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.roentgen.dicom.deidentify.RefusedException;
import org.roentgen.dicom.geometry.Vector3;

/**
 * Where the face lies. In patient coordinates (x to the left, y to the back, z to the head) the front of the head is looked at from
 * before: for each place (x, z) the first tissue is the skin. Below the brow, which is as far under the top of the head as about half
 * of the head is long, everything in front of the skin and a layer behind it as deep as the eyes goes, as far as the front half of
 * the head reaches; some way above it, for heads that are tilted back, a layer no deeper than skin and bone. The brain begins behind.
 */
final class FaceRegion {
    private static final double GRID = 2;
    private static final double LEAST_SECTION = 2000;
    private static final double LARGEST_TOP = 12_000;
    private static final double LEAST_LENGTH = 120;
    private static final double MOST_LENGTH = 270;
    private static final double FOREHEAD = 0.4;
    private static final double BROW = 0.52;
    private static final double DEPTH_OF_FOREHEAD = 0.045;
    private static final double DEPTH = 0.13;
    private static final double NEIGHBOURHOOD = 8;
    /** Tissue behind the skin, in cells: ghosts of movement in front of it are thinner. */
    private static final int THICKNESS = 4;

    private static final double LEAST_TISSUE = 0.5;
    private static final double LEAST_WIDTH = 20;
    private static final double UPPER_PART = 80;
    private static final int LEAST_SLICES = 8;
    private static final double THICKEST = 8;

    private final List<BitSet> masks;

    private FaceRegion(List<BitSet> masks) {
        this.masks = masks;
    }

    BitSet mask(int slice) {
        return masks.get(slice);
    }

    boolean isEmpty() {
        return masks.stream().allMatch(BitSet::isEmpty);
    }

    /** @throws RefusedException if the volume does not tell where the face is */
    static FaceRegion of(HeadVolume volume) throws RefusedException {
        if (volume.slices() < LEAST_SLICES || volume.sliceSpacing() > THICKEST) {
            throw new RefusedException(
                    "%d slices %.1f mm apart do not show where the face is; at least %d, at most %.0f mm apart, do"
                            .formatted(volume.slices(), volume.sliceSpacing(), LEAST_SLICES, THICKEST));
        }
        Surface surface = new Surface(volume);
        List<BitSet> masks = new ArrayList<>();
        for (int slice = 0; slice < volume.slices(); slice++) {
            BitSet mask = new BitSet();
            for (int pixel = 0; pixel < volume.values().get(slice).length; pixel++) {
                if (surface.isFace(volume.toPatient(slice, pixel))) {
                    mask.set(pixel);
                }
            }
            masks.add(mask);
        }
        return new FaceRegion(masks);
    }

    /** The skin of the front of the head on a grid of x and z, and the size of the head. */
    private static final class Surface {
        private final double left;
        private final double bottom;
        private final int width;
        private final Vector3 cell;
        private final double[] skin;
        private final double forehead;
        private final double brow;
        private final double middle;
        private final double depth;
        private final double shallow;

        Surface(HeadVolume volume) throws RefusedException {
            cell = cell(volume);
            Vector3 low = corner(volume, -1);
            Vector3 high = corner(volume, 1);
            left = low.x();
            bottom = low.z();
            width = (int) ((high.x() - left) / cell.x()) + 1;
            int height = (int) ((high.z() - bottom) / cell.z()) + 1;
            int length = (int) ((high.y() - low.y()) / cell.y()) + 1;
            int[] tissue = new int[width * height * length];
            int[] all = new int[tissue.length];
            count(volume, low, length, tissue, all);
            boolean[] solid = new boolean[tissue.length];
            for (int i = 0; i < solid.length; i++) {
                solid[i] = all[i] > 0 && tissue[i] >= LEAST_TISSUE * all[i];
            }
            double top = top(solid, height, length, low, high);
            double[] extent = extent(solid, height, length, low.y(), top);
            double headLength = extent[1] - extent[0];
            if (headLength < LEAST_LENGTH || headLength > MOST_LENGTH) {
                throw new RefusedException(
                        "what is shown is %.0f mm from front to back, which no head is".formatted(headLength));
            }
            middle = (extent[0] + extent[1]) / 2;
            forehead = top - FOREHEAD * headLength;
            brow = top - BROW * headLength;
            depth = DEPTH * headLength;
            shallow = DEPTH_OF_FOREHEAD * headLength;
            double[] seen = new double[width * height];
            for (int z = 0; z < height; z++) {
                for (int x = 0; x < width; x++) {
                    int first = first(solid, (z * width + x) * length, length);
                    seen[z * width + x] = first < 0 ? Double.POSITIVE_INFINITY : low.y() + first * cell.y();
                }
            }
            skin = smoothed(seen, height);
        }

        /** Of the places around each the one that a quarter lies before: the skin has no holes and no spikes. */
        private double[] smoothed(double[] seen, int height) {
            double[] smooth = new double[seen.length];
            int reach = (int) Math.ceil(NEIGHBOURHOOD / cell.x());
            int reachUp = (int) Math.ceil(NEIGHBOURHOOD / cell.z());
            for (int at = 0; at < seen.length; at++) {
                int x = at % width;
                int z = at / width;
                double[] around = IntStream.rangeClosed(Math.max(0, z - reachUp), Math.min(height - 1, z + reachUp))
                        .flatMap(row -> IntStream.rangeClosed(Math.max(0, x - reach), Math.min(width - 1, x + reach))
                                .map(column -> row * width + column))
                        .mapToDouble(place -> seen[place])
                        .filter(Double::isFinite)
                        .sorted()
                        .toArray();
                smooth[at] = around.length == 0 ? Double.NEGATIVE_INFINITY : around[around.length / 4];
            }
            return smooth;
        }

        /** The first of several solid cells, or -1. */
        private static int first(boolean[] solid, int start, int length) {
            int run = 0;
            for (int y = 0; y < length; y++) {
                run = solid[start + y] ? run + 1 : 0;
                if (run == THICKNESS) {
                    return y - THICKNESS + 1;
                }
            }
            return -1;
        }

        /** As large as the slices are apart, so that no cell is empty between them. */
        private static Vector3 cell(HeadVolume volume) {
            Vector3 normal = volume.planes().getFirst().normal();
            double spacing = 1.05 * volume.sliceSpacing();
            return new Vector3(
                    Math.max(GRID, Math.abs(normal.x()) * spacing),
                    Math.max(GRID, Math.abs(normal.y()) * spacing),
                    Math.max(GRID, Math.abs(normal.z()) * spacing));
        }

        private static Vector3 corner(HeadVolume volume, int sign) {
            double[] extreme = new double[3];
            Arrays.fill(extreme, -sign * Double.MAX_VALUE);
            int last = volume.values().getFirst().length - 1;
            int columns = volume.columns();
            for (int slice = 0; slice < volume.slices(); slice++) {
                for (int pixel : new int[] {0, columns - 1, last - columns + 1, last}) {
                    Vector3 point = volume.toPatient(slice, pixel);
                    for (int axis = 0; axis < 3; axis++) {
                        extreme[axis] = sign > 0
                                ? Math.max(extreme[axis], point.component(axis))
                                : Math.min(extreme[axis], point.component(axis));
                    }
                }
            }
            return new Vector3(extreme[0], extreme[1], extreme[2]);
        }

        private void count(HeadVolume volume, Vector3 low, int length, int[] tissue, int[] all) {
            int least = volume.tissue();
            for (int slice = 0; slice < volume.slices(); slice++) {
                int[] values = volume.values().get(slice);
                for (int pixel = 0; pixel < values.length; pixel++) {
                    Vector3 point = volume.toPatient(slice, pixel);
                    int at = (row(point.z()) * width + column(point.x())) * length
                            + (int) ((point.y() - low.y()) / cell.y());
                    all[at]++;
                    tissue[at] += values[pixel] >= least ? 1 : 0;
                }
            }
        }

        private int column(double x) {
            return (int) ((x - left) / cell.x());
        }

        private int row(double z) {
            return (int) ((z - bottom) / cell.z());
        }

        /** The highest level at which a head is seen; the top of the volume must lie above it. */
        private double top(boolean[] solid, int height, int length, Vector3 low, Vector3 high) throws RefusedException {
            double least = LEAST_SECTION / (cell.x() * cell.y());
            for (int z = height - 1; z >= 0; z--) {
                int cells = 0;
                for (int i = z * width * length; i < (z + 1) * width * length; i++) {
                    cells += solid[i] ? 1 : 0;
                }
                if (cells >= least) {
                    boolean isCut =
                            low.z() + (z + 2) * cell.z() > high.z() && cells * cell.x() * cell.y() > LARGEST_TOP;
                    if (isCut) {
                        throw new RefusedException(
                                "the top of the head lies outside of the images, so that the brow is not found");
                    }
                    return low.z() + (z + 1) * cell.z();
                }
            }
            throw new RefusedException("nothing of the size of a head is seen");
        }

        /** The front and the back of the head in the upper part, which the nose and the neck do not reach. */
        private double[] extent(boolean[] solid, int height, int length, double front, double top) {
            double[] extent = {Double.MAX_VALUE, -Double.MAX_VALUE};
            for (int z = Math.max(0, row(top - UPPER_PART)); z < Math.min(height, row(top)); z++) {
                for (int y = 0; y < length; y++) {
                    int cells = 0;
                    for (int x = 0; x < width; x++) {
                        cells += solid[(z * width + x) * length + y] ? 1 : 0;
                    }
                    if (cells * cell.x() >= LEAST_WIDTH) {
                        extent[0] = Math.min(extent[0], front + y * cell.y());
                        extent[1] = Math.max(extent[1], front + (y + 1) * cell.y());
                    }
                }
            }
            return extent;
        }

        boolean isFace(Vector3 point) {
            if (point.z() > forehead || point.y() > middle - depth) {
                return false;
            }
            double surface = skin[row(point.z()) * width + column(point.x())];
            return point.y() < surface + (point.z() > brow ? shallow : depth);
        }
    }
}
