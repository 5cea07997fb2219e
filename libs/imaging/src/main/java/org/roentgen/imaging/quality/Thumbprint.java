package org.roentgen.imaging.quality;

import org.roentgen.imaging.Volume;
import org.roentgen.imaging.recipe.GeometryStep;
import org.roentgen.imaging.recipe.IntensityStep;

/**
 * A small copy of an image, its patient axes in one order, centred and of unit length: the product of two is their
 * correlation. Brightness, contrast and resolution do not matter.
 */
public final class Thumbprint {
    private static final int SIDE_OF_VOLUMES = 12;
    private static final int SIDE_OF_PICTURES = 16;

    private final float[] values;
    private final int side;
    private final int axes;

    private Thumbprint(float[] values, int side, int axes) {
        this.values = values;
        this.side = side;
        this.axes = axes;
    }

    static Thumbprint of(Volume image) {
        float[] clipped = image.voxels().clone();
        for (int index = 0; index < clipped.length; index++) {
            clipped[index] = Float.isFinite(clipped[index]) ? clipped[index] : 0;
        }
        new IntensityStep.ClipPercentiles(0.5, 99.5).applyTo(clipped);
        return ofMask(new Volume(image.grid(), clipped));
    }

    /** Small labels count as they are: no value is clipped. */
    static Thumbprint ofMask(Volume image) {
        boolean flat = image.grid().depth() == 1;
        Volume turned =
                flat ? image : new GeometryStep.Orient("RAS").plan(image.grid()).apply(image, 0);
        int side = flat ? SIDE_OF_PICTURES : SIDE_OF_VOLUMES;
        int axes = flat ? 2 : 3;
        float[] values = turned.voxels();
        int[] sizes = {
            turned.grid().width(), turned.grid().height(), turned.grid().depth()
        };
        for (int axis = 0; axis < axes; axis++) {
            values = averaged(values, sizes, axis, side);
            sizes[axis] = side;
        }
        return new Thumbprint(normalized(values), side, axes);
    }

    /** Means over equal parts of one axis; a voxel on a border counts for both sides by its share. */
    private static float[] averaged(float[] values, int[] sizes, int axis, int side) {
        int inner = 1;
        for (int before = 0; before < axis; before++) {
            inner *= sizes[before];
        }
        int size = sizes[axis];
        int outer = values.length / (inner * size);
        float[] means = new float[inner * side * outer];
        double width = (double) size / side;
        for (int part = 0; part < side; part++) {
            double from = part * width;
            double to = from + width;
            for (int place = (int) from; place < Math.min(size, Math.ceil(to - 1e-9)); place++) {
                float share = (float) ((Math.min(to, place + 1) - Math.max(from, place)) / width);
                for (int block = 0; block < outer; block++) {
                    int source = (block * size + place) * inner;
                    int target = (block * side + part) * inner;
                    for (int index = 0; index < inner; index++) {
                        means[target + index] += share * values[source + index];
                    }
                }
            }
        }
        return means;
    }

    private static float[] normalized(float[] values) {
        CaseTraits.Spread spread = CaseTraits.Spread.of(values);
        double length = spread.deviation() * Math.sqrt(values.length);
        float[] normalized = new float[values.length];
        for (int index = 0; index < values.length && length > 0; index++) {
            normalized[index] = (float) ((values[index] - spread.mean()) / length);
        }
        return normalized;
    }

    /** Number of axes that can be mirrored. */
    int axes() {
        return axes;
    }

    /** From -1 to 1; 0 where one of both is a volume and the other a picture. */
    double correlation(Thumbprint other) {
        if (axes != other.axes) {
            return 0;
        }
        float one = 0;
        float two = 0;
        float three = 0;
        float four = 0;
        for (int index = 0; index < values.length; index += 4) {
            one += values[index] * other.values[index];
            two += values[index + 1] * other.values[index + 1];
            three += values[index + 2] * other.values[index + 2];
            four += values[index + 3] * other.values[index + 3];
        }
        return one + two + three + four;
    }

    Thumbprint mirrored(int axis) {
        int stride = (int) Math.round(Math.pow(side, axis));
        float[] mirrored = new float[values.length];
        for (int index = 0; index < values.length; index++) {
            int place = index / stride % side;
            mirrored[index + (side - 1 - 2 * place) * stride] = values[index];
        }
        return new Thumbprint(mirrored, side, axes);
    }
}
