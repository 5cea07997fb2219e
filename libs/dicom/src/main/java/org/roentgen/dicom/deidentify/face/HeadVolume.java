package org.roentgen.dicom.deidentify.face;

import java.util.Arrays;
import java.util.List;
import org.roentgen.dicom.geometry.PlaneGeometry;
import org.roentgen.dicom.geometry.Vector3;

/**
 * The stored values of a series in the patient.
 *
 * @param planes in slice order
 * @param values of each plane, row by row
 * @param instances SOP Instance UID of each plane
 */
record HeadVolume(List<PlaneGeometry> planes, List<int[]> values, List<String> instances) {
    private static final int BINS = 256;
    private static final double TRIMMED = 0.005;
    /** Skin is darker than what Otsu's threshold parts air from on average. */
    private static final double SKIN = 0.5;

    int slices() {
        return planes.size();
    }

    String instance(int slice) {
        return instances.get(slice);
    }

    int columns() {
        return planes.getFirst().columns();
    }

    Vector3 toPatient(int slice, int pixel) {
        return planes.get(slice).toPatient(pixel % columns(), pixel / columns());
    }

    /** The area in mm² that a pixel stands for. */
    double pixelArea() {
        return planes.getFirst().rowSpacing() * planes.getFirst().columnSpacing();
    }

    double sliceSpacing() {
        return planes.getLast().position().minus(planes.getFirst().position()).length() / Math.max(1, slices() - 1);
    }

    /** The least value of tissue: between the darkest values and Otsu's threshold (1979), the extreme values left out. */
    int tissue() {
        int step = Math.max(1, values.stream().mapToInt(plane -> plane.length).sum() / 1_000_000);
        int[] sample = values.stream().flatMapToInt(Arrays::stream).sorted().toArray();
        int least = sample[(int) (TRIMMED * sample.length)];
        int most = sample[(int) ((1 - TRIMMED) * (sample.length - 1))];
        double range = Math.max(1, most - least);
        long[] counts = new long[BINS];
        for (int i = 0; i < sample.length; i += step) {
            counts[(int) Math.clamp((sample[i] - least) / range * (BINS - 1), 0, BINS - 1)]++;
        }
        return (int) Math.round(least + SKIN * otsu(counts) / (BINS - 1) * range);
    }

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
                threshold = bin;
            }
        }
        return threshold;
    }
}
