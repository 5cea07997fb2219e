package org.roentgen.imaging.augment;

import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Turns about all axes, scales about the middle, and bends by displacements that are random on a coarse grid and linear
 * between its points. Image linearly, labels by nearest neighbour, zeros from outside.
 */
final class SpatialWarp {
    /** Voxels between the points of the displacement grid. */
    private static final int GRID = 12;

    private final Sample sample;
    private final double[] matrix;
    private final float[] displacement;
    private final int columns;
    private final int rows;

    /**
     * @param turns angles about z, y and x in radians
     * @param factor size of things after to before
     * @param deviation of the displacements, in voxels
     */
    SpatialWarp(Sample sample, double[] turns, double factor, double deviation, SplittableRandom random) {
        this.sample = sample;
        this.matrix = matrix(turns, factor);
        this.columns = points(sample.width());
        this.rows = points(sample.height());
        this.displacement = new float[3 * columns * rows * points(sample.depth())];
        for (int index = 0; index < displacement.length; index++) {
            boolean alongDepth = index % 3 == 2;
            double drawn = random.nextGaussian() * deviation;
            displacement[index] = alongDepth && sample.depth() == 1 ? 0 : (float) drawn;
        }
    }

    private static int points(int size) {
        return (size - 1) / GRID + 2;
    }

    /** Rotation about z, then y, then x, divided by the factor: from a target position to its source. */
    private static double[] matrix(double[] turns, double factor) {
        double cz = StrictMath.cos(turns[0]);
        double sz = StrictMath.sin(turns[0]);
        double cy = StrictMath.cos(turns[1]);
        double sy = StrictMath.sin(turns[1]);
        double cx = StrictMath.cos(turns[2]);
        double sx = StrictMath.sin(turns[2]);
        double[] rotation = {
            cz * cy,
            cz * sy * sx - sz * cx,
            cz * sy * cx + sz * sx,
            sz * cy,
            sz * sy * sx + cz * cx,
            sz * sy * cx - cz * sx,
            -sy,
            cy * sx,
            cy * cx
        };
        for (int index = 0; index < rotation.length; index++) {
            rotation[index] /= factor;
        }
        return rotation;
    }

    Sample apply() {
        int voxels = sample.depth() * sample.height() * sample.width();
        float[] image = new float[sample.image().length];
        byte @Nullable [] labels = sample.labels();
        byte @Nullable [] warped = labels == null ? null : new byte[labels.length];
        double[] position = new double[3];
        int target = 0;
        for (int z = 0; z < sample.depth(); z++) {
            for (int y = 0; y < sample.height(); y++) {
                for (int x = 0; x < sample.width(); x++) {
                    source(x, y, z, position);
                    for (int channel = 0; channel < sample.channels(); channel++) {
                        image[channel * voxels + target] = linear(channel * voxels, position);
                    }
                    if (labels != null && warped != null) {
                        warped[target] = nearest(labels, position);
                    }
                    target++;
                }
            }
        }
        return new Sample(image, warped, sample.channels(), sample.depth(), sample.height(), sample.width());
    }

    private void source(int x, int y, int z, double[] position) {
        double centreX = (sample.width() - 1) / 2.0;
        double centreY = (sample.height() - 1) / 2.0;
        double centreZ = (sample.depth() - 1) / 2.0;
        double fromX = x - centreX;
        double fromY = y - centreY;
        double fromZ = z - centreZ;
        position[0] = centreX + matrix[0] * fromX + matrix[1] * fromY + matrix[2] * fromZ + bend(0, x, y, z);
        position[1] = centreY + matrix[3] * fromX + matrix[4] * fromY + matrix[5] * fromZ + bend(1, x, y, z);
        position[2] = centreZ + matrix[6] * fromX + matrix[7] * fromY + matrix[8] * fromZ + bend(2, x, y, z);
    }

    private float bend(int axis, int x, int y, int z) {
        int column = x / GRID;
        int row = y / GRID;
        int plane = z / GRID;
        float alongX = (float) (x % GRID) / GRID;
        float alongY = (float) (y % GRID) / GRID;
        float alongZ = (float) (z % GRID) / GRID;
        float near = mix(along(axis, column, row, plane, alongX), along(axis, column, row + 1, plane, alongX), alongY);
        float far = mix(
                along(axis, column, row, plane + 1, alongX), along(axis, column, row + 1, plane + 1, alongX), alongY);
        return mix(near, far, alongZ);
    }

    private float along(int axis, int column, int row, int plane, float weight) {
        int at = 3 * (column + columns * (row + rows * plane)) + axis;
        return mix(displacement[at], displacement[at + 3], weight);
    }

    private float linear(int offset, double[] position) {
        int x = (int) Math.floor(position[0]);
        int y = (int) Math.floor(position[1]);
        int z = (int) Math.floor(position[2]);
        float alongX = (float) (position[0] - x);
        float alongY = (float) (position[1] - y);
        float alongZ = (float) (position[2] - z);
        float near = mix(row(offset, x, y, z, alongX), row(offset, x, y + 1, z, alongX), alongY);
        if (alongZ == 0) {
            return near;
        }
        float far = mix(row(offset, x, y, z + 1, alongX), row(offset, x, y + 1, z + 1, alongX), alongY);
        return mix(near, far, alongZ);
    }

    private float row(int offset, int x, int y, int z, float weight) {
        return mix(value(offset, x, y, z), value(offset, x + 1, y, z), weight);
    }

    private static float mix(float one, float other, float weight) {
        return one + weight * (other - one);
    }

    private float value(int offset, int x, int y, int z) {
        return isOutside(x, y, z) ? 0 : sample.image()[offset + index(x, y, z)];
    }

    private byte nearest(byte[] labels, double[] position) {
        int x = (int) Math.floor(position[0] + 0.5);
        int y = (int) Math.floor(position[1] + 0.5);
        int z = (int) Math.floor(position[2] + 0.5);
        return isOutside(x, y, z) ? 0 : labels[index(x, y, z)];
    }

    private boolean isOutside(int x, int y, int z) {
        return x < 0 || y < 0 || z < 0 || x >= sample.width() || y >= sample.height() || z >= sample.depth();
    }

    private int index(int x, int y, int z) {
        return x + sample.width() * (y + sample.height() * z);
    }
}
