package org.roentgen.dicom.deidentify.face;

import java.io.IOException;
import java.util.Arrays;

/**
 * Which values of a volume are tissue, and what is shown of them.
 *
 * @param least the least value of tissue
 * @param dark shown black
 * @param bright shown white
 */
record Tissue(float least, float dark, float bright) {
    private static final int BINS = 256;
    private static final int MOST_SLICES = 64;
    private static final int SAMPLE = 1_000_000;
    private static final double TRIMMED = 0.005;
    /** Skin is darker than what Otsu's threshold parts air from on average. */
    private static final double SKIN = 0.5;

    /** Between air and fat, half a voxel of skin; in Hounsfield units. */
    private static final Tissue HOUNSFIELD = new Tissue(-300, -150, 250);

    private static final float AIR = -500;
    private static final double LEAST_AIR = 0.05;

    /** By Hounsfield units where the values of CT are such: some of them are air; else by the values themselves. */
    static Tissue of(HeadVolume volume) throws IOException {
        float[] sample = sample(volume);
        return volume.isComputedTomography() && sample[(int) (LEAST_AIR * sample.length)] < AIR
                ? HOUNSFIELD
                : byDistribution(sample);
    }

    /** How bright a value is shown. */
    byte grey(float value) {
        return (byte) Math.round(255 * Math.clamp((value - dark) / (bright - dark), 0f, 1f));
    }

    /** Between the darkest values and Otsu's threshold (1979), the extreme values left out. */
    private static Tissue byDistribution(float[] sample) {
        float least = sample[(int) (TRIMMED * sample.length)];
        float most = sample[(int) ((1 - TRIMMED) * (sample.length - 1))];
        float range = Math.max(Math.ulp(Math.max(Math.abs(least), Math.abs(most))), most - least);
        long[] counts = new long[BINS];
        for (float value : sample) {
            counts[Math.clamp((long) ((value - least) / range * (BINS - 1)), 0, BINS - 1)]++;
        }
        return new Tissue((float) (least + SKIN * otsu(counts) / BINS * range), least, most);
    }

    /** Values of slices all over the volume, sorted. */
    private static float[] sample(HeadVolume volume) throws IOException {
        int step = Math.ceilDiv(volume.size(), MOST_SLICES);
        int share = SAMPLE / Math.ceilDiv(volume.size(), step);
        float[] sample = new float[SAMPLE];
        int size = 0;
        for (int slice = 0; slice < volume.size(); slice += step) {
            float[] values = volume.values(slice);
            int stride = Math.ceilDiv(values.length, share);
            for (int i = slice % stride; i < values.length; i += stride) {
                sample[size++] = values[i];
            }
        }
        float[] taken = Arrays.copyOf(sample, size);
        Arrays.sort(taken);
        return taken;
    }

    /** The bins below it are air. */
    private static int otsu(long[] counts) {
        double total = Arrays.stream(counts).sum();
        double sum = 0;
        for (int bin = 0; bin < counts.length; bin++) {
            sum += bin * (double) counts[bin];
        }
        double below = 0;
        double sumBelow = 0;
        double best = -1;
        int threshold = 0;
        for (int bin = 0; bin < counts.length; bin++) {
            below += counts[bin];
            sumBelow += bin * (double) counts[bin];
            if (below == 0 || below == total) {
                continue;
            }
            double distance = sumBelow / below - (sum - sumBelow) / (total - below);
            double between = below * (total - below) * distance * distance;
            if (between > best) {
                best = between;
                threshold = bin + 1;
            }
        }
        return threshold;
    }
}
