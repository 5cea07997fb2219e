package org.roentgen.imaging.synthetic;

import java.util.SplittableRandom;
import org.roentgen.dicom.geometry.Affine;
import org.roentgen.dicom.geometry.Vector3;
import org.roentgen.imaging.LabelVolume;
import org.roentgen.imaging.Volume;
import org.roentgen.imaging.VolumeGrid;

/**
 * A T1-like MR crop with a two-part structure and its reference labels, on a RAS grid of 1 mm: tissues in smooth regions, fluid
 * beside the structure, partial volume at borders, a receive-coil bias field and Rician noise.
 */
record Phantom(Volume image, LabelVolume labels) {
    private static final double STRUCTURE = 0.74;
    private static final double GREY_MATTER = 0.88;
    private static final double WHITE_MATTER = 1.32;
    private static final double FLUID = 0.28;

    static Phantom generate(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int width = random.nextInt(34, 41);
        int height = random.nextInt(46, 55);
        int depth = random.nextInt(32, 41);
        Affine ras = Affine.ofSpacing(1, 1, 1).withOrigin(new Vector3(1, 1, 1));
        VolumeGrid grid = new VolumeGrid(width, height, depth, ras.swapLpsRas());
        CurvedTube tube = new CurvedTube(random, width, height, depth);
        SmoothField regions = new SmoothField(random, 14, 40, width, height, depth);
        SmoothField fluidBorder = new SmoothField(random, 10, 30, width, height, depth);
        SmoothField texture = new SmoothField(random, 5, 12, width, height, depth);
        SmoothField bias = new SmoothField(random, 90, 200, width, height, depth);
        double gain = 300 + random.nextDouble() * 500;
        double noise = 0.03 + random.nextDouble() * 0.03;
        float[] voxels = new float[grid.voxelCount()];
        byte[] labels = new byte[grid.voxelCount()];
        for (int z = 0; z < depth; z++) {
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    CurvedTube.Place place = tube.locate(x, y, z);
                    double around = surroundings(regions.at(x, y, z), fluidBorder.at(x, y, z), place.distance());
                    double tissue = mix(STRUCTURE, around, smoothStep(place.distance()));
                    double signal = (tissue + 0.05 * texture.at(x, y, z)) * (1 + 0.08 * bias.at(x, y, z));
                    int index = grid.index(x, y, z);
                    voxels[index] = (float) Math.rint(gain * rician(signal, noise, random));
                    labels[index] = (byte) place.label();
                }
            }
        }
        return new Phantom(new Volume(grid, voxels), new LabelVolume(grid, labels));
    }

    /** White or grey matter by region; a thin cleft of fluid lies along parts of the structure. */
    private static double surroundings(double region, double fluidBorder, double distance) {
        double matter = mix(GREY_MATTER, WHITE_MATTER, smoothStep(4 * region));
        double cleft = smoothStep(2 * (fluidBorder - 0.3)) * Math.exp(-Math.pow((distance - 2.5) / 1.2, 2));
        return mix(matter, FLUID, Math.clamp(cleft, 0, 1));
    }

    /** Magnitude of a complex signal with Gaussian noise in both channels. */
    private static double rician(double signal, double noise, SplittableRandom random) {
        double real = Math.max(0, signal) + noise * random.nextGaussian();
        double imaginary = noise * random.nextGaussian();
        return Math.sqrt(real * real + imaginary * imaginary);
    }

    private static double mix(double one, double other, double share) {
        return one + share * (other - one);
    }

    /** From 0 to 1 over the width of one voxel about zero. */
    private static double smoothStep(double value) {
        double share = Math.clamp(value + 0.5, 0, 1);
        return share * share * (3 - 2 * share);
    }
}
