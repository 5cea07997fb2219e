package org.roentgen.imaging.synthetic;

import java.util.SplittableRandom;

/** A smooth random field of mean 0 and standard deviation 1: a sum of cosine waves in random directions. */
final class SmoothField {
    private static final int WAVES = 14;

    private final double[][] waves = new double[WAVES][4];

    /**
     * Draws a field.
     *
     * @param shortest wave length in mm
     * @param longest wave length in mm
     */
    SmoothField(SplittableRandom random, double shortest, double longest) {
        for (double[] wave : waves) {
            double length = shortest + random.nextDouble() * (longest - shortest);
            double x = random.nextGaussian();
            double y = random.nextGaussian();
            double z = random.nextGaussian();
            double norm = 2 * Math.PI / length / Math.max(1e-9, Math.sqrt(x * x + y * y + z * z));
            wave[0] = x * norm;
            wave[1] = y * norm;
            wave[2] = z * norm;
            wave[3] = random.nextDouble() * 2 * Math.PI;
        }
    }

    double at(double x, double y, double z) {
        double sum = 0;
        for (double[] wave : waves) {
            sum += StrictMath.cos(wave[0] * x + wave[1] * y + wave[2] * z + wave[3]);
        }
        return sum / Math.sqrt(WAVES / 2.0);
    }
}
