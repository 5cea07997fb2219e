package org.roentgen.imaging.recipe;

import java.util.Arrays;

/** Sums in array order, so that the same voxels always give the same bits. */
final class Statistics {
    record Moments(double mean, double deviation) {}

    private Statistics() {}

    static Moments moments(float[] voxels, boolean nonZeroOnly) {
        double sum = 0;
        long count = 0;
        for (float voxel : voxels) {
            if (!nonZeroOnly || voxel != 0) {
                sum += voxel;
                count++;
            }
        }
        double mean = count == 0 ? 0 : sum / count;
        double squares = 0;
        for (float voxel : voxels) {
            if (!nonZeroOnly || voxel != 0) {
                squares += (voxel - mean) * (voxel - mean);
            }
        }
        return new Moments(mean, count == 0 ? 0 : Math.sqrt(squares / count));
    }

    static void standardize(float[] voxels, double mean, double deviation) {
        double divisor = deviation > 0 ? deviation : 1;
        for (int index = 0; index < voxels.length; index++) {
            voxels[index] = (float) ((voxels[index] - mean) / divisor);
        }
    }

    static void scaleToUnit(float[] voxels, float[] bounds) {
        double range = (double) bounds[1] - bounds[0];
        for (int index = 0; index < voxels.length; index++) {
            voxels[index] = range > 0 ? (float) Math.clamp((voxels[index] - bounds[0]) / range, 0, 1) : 0;
        }
    }

    /** Percentiles 0 to 100, linear between neighbours, as NumPy's default. */
    static float[] percentiles(float[] voxels, double... percents) {
        float[] sorted = voxels.clone();
        Arrays.sort(sorted);
        float[] values = new float[percents.length];
        for (int index = 0; index < percents.length; index++) {
            double place = percents[index] / 100 * (sorted.length - 1);
            int lower = (int) Math.floor(place);
            int upper = Math.min(sorted.length - 1, lower + 1);
            values[index] = (float) (sorted[lower] + (place - lower) * ((double) sorted[upper] - sorted[lower]));
        }
        return values;
    }
}
