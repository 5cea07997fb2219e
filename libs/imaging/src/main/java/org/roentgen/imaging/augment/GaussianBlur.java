package org.roentgen.imaging.augment;

/** Weighs each voxel with its neighbours along all axes; beyond the edge the voxels of the edge go on. */
final class GaussianBlur {
    private final float[] weights;

    /** @param deviation of the bell curve, in voxels, above 0 */
    GaussianBlur(double deviation) {
        int reach = (int) Math.ceil(3 * deviation);
        weights = new float[2 * reach + 1];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            double distance = (i - reach) / deviation;
            weights[i] = (float) StrictMath.exp(-distance * distance / 2);
            sum += weights[i];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= (float) sum;
        }
    }

    float[] apply(Sample sample) {
        float[] blurred = along(sample.image(), sample.width(), 1);
        blurred = along(blurred, sample.height(), sample.width());
        return along(blurred, sample.depth(), sample.width() * sample.height());
    }

    private float[] along(float[] values, int size, int stride) {
        if (size == 1) {
            return values;
        }
        int reach = weights.length / 2;
        float[] blurred = new float[values.length];
        for (int index = 0; index < values.length; index++) {
            int place = index / stride % size;
            float sum = 0;
            for (int i = 0; i < weights.length; i++) {
                int neighbour = Math.clamp(place + i - reach, 0, size - 1);
                sum += weights[i] * values[index + (neighbour - place) * stride];
            }
            blurred[index] = sum;
        }
        return blurred;
    }
}
