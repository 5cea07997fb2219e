package org.roentgen.imaging.recipe;

import org.roentgen.imaging.VolumeGrid;
import org.roentgen.imaging.recipe.GridTransform.AxisMap;
import org.roentgen.imaging.recipe.GridTransform.Outside;

/** Samples an array on the target grid, one precomputed table of source offsets and weights for each axis. */
final class GridSampler {
    private static final int OUTSIDE = -1;
    private static final double ROUNDING = 1e-9;

    /** For each target index: offset of the lower neighbour, step to the upper one, the upper one's weight, nearest offset. */
    private record Table(int[] lower, int[] step, float[] weight, int[] nearest) {}

    private final VolumeGrid target;
    private final Table x;
    private final Table y;
    private final Table z;

    GridSampler(GridTransform transform) {
        this.target = transform.target();
        this.x = table(transform, 0);
        this.y = table(transform, 1);
        this.z = table(transform, 2);
    }

    private static Table table(GridTransform transform, int axis) {
        AxisMap map = transform.maps().get(axis);
        int sourceSize = transform.source().size(map.sourceAxis());
        int stride = transform.source().stride(map.sourceAxis());
        int size = transform.target().size(axis);
        Table table = new Table(new int[size], new int[size], new float[size], new int[size]);
        for (int index = 0; index < size; index++) {
            double exact = map.sourceIndex(index);
            boolean inside = exact >= -0.5 - ROUNDING && exact <= sourceSize - 0.5 + ROUNDING;
            if (!inside && transform.outside() == Outside.FILL) {
                table.lower[index] = OUTSIDE;
                table.nearest[index] = OUTSIDE;
                continue;
            }
            double clamped = Math.clamp(exact, 0, sourceSize - 1.0);
            int nearest = (int) Math.floor(clamped + 0.5 - ROUNDING);
            int lower = (int) Math.floor(clamped + ROUNDING);
            double weight = clamped - lower;
            boolean whole = weight < ROUNDING || lower + 1 >= sourceSize;
            table.lower[index] = lower * stride;
            table.step[index] = whole ? 0 : stride;
            table.weight[index] = whole ? 0 : (float) weight;
            table.nearest[index] = Math.max(0, nearest) * stride;
        }
        return table;
    }

    float[] linear(float[] source, float fill) {
        float[] result = new float[target.voxelCount()];
        int next = 0;
        for (int k = 0; k < target.depth(); k++) {
            for (int j = 0; j < target.height(); j++) {
                boolean rowOutside = z.lower[k] == OUTSIDE || y.lower[j] == OUTSIDE;
                for (int i = 0; i < target.width(); i++) {
                    boolean outside = rowOutside || x.lower[i] == OUTSIDE;
                    result[next++] = outside ? fill : interpolate(source, i, j, k);
                }
            }
        }
        return result;
    }

    private float interpolate(float[] source, int i, int j, int k) {
        int base = x.lower[i] + y.lower[j] + z.lower[k];
        float front = plane(source, base, i, j);
        if (z.step[k] == 0) {
            return front;
        }
        float back = plane(source, base + z.step[k], i, j);
        return front + z.weight[k] * (back - front);
    }

    private float plane(float[] source, int base, int i, int j) {
        float upper = row(source, base, i);
        if (y.step[j] == 0) {
            return upper;
        }
        float lower = row(source, base + y.step[j], i);
        return upper + y.weight[j] * (lower - upper);
    }

    private float row(float[] source, int base, int i) {
        float left = source[base];
        return x.step[i] == 0 ? left : left + x.weight[i] * (source[base + x.step[i]] - left);
    }

    byte[] nearest(byte[] source) {
        byte[] result = new byte[target.voxelCount()];
        int next = 0;
        for (int k = 0; k < target.depth(); k++) {
            for (int j = 0; j < target.height(); j++) {
                boolean rowOutside = z.nearest[k] == OUTSIDE || y.nearest[j] == OUTSIDE;
                for (int i = 0; i < target.width(); i++) {
                    boolean outside = rowOutside || x.nearest[i] == OUTSIDE;
                    result[next++] = outside ? 0 : source[x.nearest[i] + y.nearest[j] + z.nearest[k]];
                }
            }
        }
        return result;
    }
}
