package org.roentgen.imaging.synthetic;

import java.util.SplittableRandom;

/**
 * The shape of the phantom's structure: a bent tube with a thick head in front and a thin tail behind, in voxels of a RAS grid, so
 * that x grows to the right, y to the front and z upwards.
 */
final class CurvedTube {
    private static final int POINTS = 48;
    /** Share of the length, from the tail, where the anterior part begins. */
    private static final double HEAD_STARTS = 0.6;

    private final double[][] centres = new double[POINTS][3];
    private final double[] radii = new double[POINTS];
    private final double flatness;

    CurvedTube(SplittableRandom random, int width, int height, int depth) {
        double shiftX = random.nextGaussian() * 1.0;
        double shiftY = random.nextGaussian() * 1.0;
        double shiftZ = random.nextGaussian() * 1.0;
        double bend = 3 + random.nextDouble() * 3;
        double head = 5.6 + random.nextDouble() * 1.4;
        double tail = 3.4 + random.nextDouble() * 1.0;
        flatness = 0.75 + random.nextDouble() * 0.2;
        for (int point = 0; point < POINTS; point++) {
            double along = point / (POINTS - 1.0);
            double arch = StrictMath.sin(Math.PI * along);
            centres[point][0] = shiftX + width * (0.36 + 0.14 * along) + bend * arch;
            centres[point][1] = shiftY + height * (0.22 + 0.54 * along);
            centres[point][2] = shiftZ + depth * (0.60 - 0.28 * along) + 0.4 * bend * arch;
            radii[point] = tail + (head - tail) * along * along;
        }
    }

    /** Where a voxel is: its distance to the surface in mm, negative inside, and the share of the length nearest to it. */
    record Place(double distance, double along) {
        boolean isInside() {
            return distance < 0;
        }

        /** 1 is the anterior part, 2 the posterior one, 0 outside. */
        int label() {
            if (!isInside()) {
                return 0;
            }
            return along >= HEAD_STARTS ? 1 : 2;
        }
    }

    Place locate(double x, double y, double z) {
        double best = Double.MAX_VALUE;
        int nearest = 0;
        for (int point = 0; point < POINTS; point++) {
            double dx = x - centres[point][0];
            double dy = y - centres[point][1];
            double dz = (z - centres[point][2]) / flatness;
            double distance = Math.sqrt(dx * dx + dy * dy + dz * dz) - radii[point];
            if (distance < best) {
                best = distance;
                nearest = point;
            }
        }
        return new Place(best, nearest / (POINTS - 1.0));
    }
}
