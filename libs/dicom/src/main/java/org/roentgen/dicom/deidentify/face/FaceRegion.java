package org.roentgen.dicom.deidentify.face;

import java.util.BitSet;
import org.roentgen.dicom.deidentify.RefusedException;
import org.roentgen.dicom.geometry.PlaneGeometry;

/**
 * Where the face lies. In patient coordinates (x to the left, y to the back, z to the head) the front of the head is looked at from
 * before: for each place (x, z) the first tissue is the skin. Below the brow, which is as far under the top of the head as about half
 * of the head is long, everything in front of the skin and a layer behind the flattened skin as deep as the eyes goes, as far as the front half of
 * the head reaches and down to the throat; some way above it, for heads that are tilted back, a layer no deeper than skin and bone.
 * The brain begins behind.
 */
final class FaceRegion {
    private static final double LEAST_SECTION = 2000;
    private static final double LARGEST_TOP = 12_000;
    private static final double LEAST_LENGTH = 120;
    private static final double MOST_LENGTH = 270;
    private static final double FOREHEAD = 0.4;
    private static final double BROW = 0.52;
    private static final double THROAT = 1.5;
    private static final double DEPTH_OF_FOREHEAD = 0.045;
    private static final double DEPTH = 0.13;
    private static final double LEAST_WIDTH = 20;
    private static final double UPPER_PART = 80;

    private final Skin skin;
    private final double forehead;
    private final double brow;
    private final double throat;
    private final double middle;
    private final double depth;
    private final double shallow;

    private FaceRegion(HeadGrid grid, double top, double front, double back) {
        double headLength = back - front;
        middle = (front + back) / 2;
        forehead = top - FOREHEAD * headLength;
        brow = top - BROW * headLength;
        throat = top - THROAT * headLength;
        depth = DEPTH * headLength;
        shallow = DEPTH_OF_FOREHEAD * headLength;
        skin = new Skin(grid);
    }

    /**
     * @param head what is tissue
     * @param thick the parts of it that the head is measured by
     * @throws RefusedException if it does not tell where the face is
     */
    static FaceRegion of(HeadGrid head, HeadGrid thick) throws RefusedException {
        int topRow = topRow(thick);
        double[] extent = extent(thick, topRow);
        double headLength = extent[1] - extent[0];
        if (!(headLength >= LEAST_LENGTH && headLength <= MOST_LENGTH)) {
            throw new RefusedException(
                    "what is shown is %.0f mm from front to back, which no head is".formatted(Math.max(0, headLength)));
        }
        return new FaceRegion(head, thick.top(topRow), extent[0], extent[1]);
    }

    /** The highest level at which a head is seen; the top of the volume must lie above it. */
    private static int topRow(HeadGrid grid) throws RefusedException {
        double area = grid.cell().x() * grid.cell().y();
        for (int row = grid.height() - 1; row >= 0; row--) {
            int cells = grid.section(row);
            if (cells * area >= LEAST_SECTION) {
                if (row >= grid.height() - 2 && cells * area > LARGEST_TOP) {
                    throw new RefusedException(
                            "the top of the head lies outside of the images, so that the brow is not found");
                }
                return row;
            }
        }
        throw new RefusedException("nothing of the size of a head is seen");
    }

    /** The front and the back of the head in the upper part, which the nose and the neck do not reach. */
    private static double[] extent(HeadGrid grid, int topRow) {
        double[] extent = {Double.MAX_VALUE, -Double.MAX_VALUE};
        for (int row = grid.row(grid.top(topRow) - UPPER_PART); row <= topRow; row++) {
            for (int place = 0; place < grid.length(); place++) {
                if (grid.across(row, place) * grid.cell().x() >= LEAST_WIDTH) {
                    extent[0] = Math.min(extent[0], grid.front(place));
                    extent[1] = Math.max(extent[1], grid.front(place + 1));
                }
            }
        }
        return extent;
    }

    boolean isFace(double x, double y, double z) {
        if (z > forehead || z < throat || y > middle - depth) {
            return false;
        }
        return y < (z > brow ? skin.at(x, z) + shallow : skin.flatAt(x, z) + depth);
    }

    /** The pixels of the face in a plane, row by row. */
    BitSet mask(PlaneGeometry plane) {
        BitSet mask = new BitSet();
        HeadVolume.walk(plane, (pixel, x, y, z) -> {
            if (isFace(x, y, z)) {
                mask.set(pixel);
            }
        });
        return mask;
    }
}
