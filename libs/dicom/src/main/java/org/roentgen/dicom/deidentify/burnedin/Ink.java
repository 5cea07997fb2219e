package org.roentgen.dicom.deidentify.burnedin;

import java.util.ArrayList;
import java.util.List;

/**
 * The values that text may be drawn in.
 *
 * @param least the darkest
 * @param most the brightest
 */
record Ink(int least, int most) {
    private static final double[] LEVELS = {0.2, 0.35, 0.5, 0.62, 0.75, 0.87, 0.96};
    private static final int LEAST_PIXELS = 30;
    private static final int MOST_SPIKES = 8;
    private static final int BINS = 1024;

    boolean holds(int value) {
        return value >= least && value <= most;
    }

    /** Everything above several levels of the range of an image, and the single values that it has strikingly often. */
    static List<Ink> of(Plane plane) {
        List<Ink> inks = new ArrayList<>();
        int least = plane.least();
        int range = plane.most() - least;
        if (range < 2) {
            return inks;
        }
        for (double level : LEVELS) {
            inks.add(new Ink(least + Math.max(1, (int) Math.round(level * range)), Integer.MAX_VALUE));
        }
        addSpikes(plane, least, range, inks);
        return inks;
    }

    /** What is drawn has one value exactly, what is measured has many. */
    private static void addSpikes(Plane plane, int least, int range, List<Ink> inks) {
        int step = range / BINS + 1;
        int[] counts = new int[range / step + 1];
        for (int value : plane.values()) {
            counts[(value - least) / step]++;
        }
        List<Integer> spikes = new ArrayList<>();
        for (int bin = counts.length / 3; bin < counts.length; bin++) {
            if (counts[bin] >= LEAST_PIXELS && counts[bin] >= 3 * around(counts, bin)) {
                spikes.add(bin);
            }
        }
        spikes.sort((one, other) -> Integer.compare(counts[other], counts[one]));
        for (int bin : spikes.subList(0, Math.min(MOST_SPIKES, spikes.size()))) {
            int value = least + bin * step;
            inks.add(new Ink(value, value + step - 1));
        }
    }

    private static int around(int[] counts, int bin) {
        int most = 1;
        for (int distance = 1; distance <= 3; distance++) {
            most = Math.max(most, bin >= distance ? counts[bin - distance] : 0);
            most = Math.max(most, bin + distance < counts.length ? counts[bin + distance] : 0);
        }
        return most;
    }
}
