package org.roentgen.imaging.synthetic;

import java.util.SplittableRandom;

/** A smooth random field of mean 0 and standard deviation 1 on voxels of 1 mm: a sum of cosine waves in random directions. */
final class SmoothField {
    private static final int WAVES = 14;

    /** For each wave and axis, cosine and sine of the phase at each place: a wave is the real part of a product of three. */
    private final double[][][] cosines = new double[WAVES][3][];

    private final double[][][] sines = new double[WAVES][3][];

    /**
     * Draws a field.
     *
     * @param shortest wave length in mm
     * @param longest wave length in mm
     * @param sizes voxels along x, y and z
     */
    SmoothField(SplittableRandom random, double shortest, double longest, int... sizes) {
        for (int wave = 0; wave < WAVES; wave++) {
            double length = shortest + random.nextDouble() * (longest - shortest);
            double[] direction = {random.nextGaussian(), random.nextGaussian(), random.nextGaussian()};
            double norm =
                    Math.sqrt(direction[0] * direction[0] + direction[1] * direction[1] + direction[2] * direction[2]);
            double start = random.nextDouble() * 2 * Math.PI;
            for (int axis = 0; axis < 3; axis++) {
                double step = 2 * Math.PI / length * direction[axis] / Math.max(1e-9, norm);
                tabulate(wave, axis, axis == 0 ? start : 0, step, sizes[axis]);
            }
        }
    }

    private void tabulate(int wave, int axis, double start, double step, int size) {
        cosines[wave][axis] = new double[size];
        sines[wave][axis] = new double[size];
        for (int place = 0; place < size; place++) {
            cosines[wave][axis][place] = StrictMath.cos(start + step * place);
            sines[wave][axis][place] = StrictMath.sin(start + step * place);
        }
    }

    double at(int x, int y, int z) {
        double sum = 0;
        for (int wave = 0; wave < WAVES; wave++) {
            double cosine = cosines[wave][0][x] * cosines[wave][1][y] - sines[wave][0][x] * sines[wave][1][y];
            double sine = sines[wave][0][x] * cosines[wave][1][y] + cosines[wave][0][x] * sines[wave][1][y];
            sum += cosine * cosines[wave][2][z] - sine * sines[wave][2][z];
        }
        return sum / Math.sqrt(WAVES / 2.0);
    }
}
