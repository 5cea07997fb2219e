package org.roentgen.dicom.deidentify.burnedin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

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
    private static final int MOST_BINS = 65_536;
    private static final int TIMES_NEIGHBOURS = 3;
    private static final double BAND = 0.04;

    boolean holds(int value) {
        return value >= least && value <= most;
    }

    /** Everything above several levels of the range of an image, and bands around the values that it has strikingly often. */
    static List<Ink> of(Plane plane) {
        List<Ink> inks = new ArrayList<>(levels(plane));
        int range = plane.most() - plane.least();
        if (range < 2) {
            return inks;
        }
        int band = Math.max(1, (int) Math.round(BAND * range));
        for (Ink value : values(plane)) {
            inks.add(new Ink(value.least() - band, value.most() + band));
        }
        return inks;
    }

    /** Everything above several levels of the range of an image. */
    static List<Ink> levels(Plane plane) {
        int least = plane.least();
        int range = plane.most() - least;
        return range < 2
                ? List.of()
                : Arrays.stream(LEVELS)
                        .mapToObj(level ->
                                new Ink(least + Math.max(1, (int) Math.round(level * range)), Integer.MAX_VALUE))
                        .toList();
    }

    /** The values that an image has strikingly often: what is drawn has one exactly, but for the edges of its strokes. */
    static List<Ink> values(Plane plane) {
        int least = plane.least();
        int range = plane.most() - least;
        int step = range / MOST_BINS + 1;
        return spikes(counts(plane, least, range, step)).stream()
                .map(bin -> new Ink(least + bin * step, least + bin * step + step - 1))
                .toList();
    }

    private static int[] counts(Plane plane, int least, int range, int step) {
        int[] counts = new int[range / step + 1];
        for (int value : plane.values()) {
            counts[(value - least) / step]++;
        }
        return counts;
    }

    /** The bins that hold far more than those beside them, the fullest first; of an image with few values, empty bins do not count. */
    private static List<Integer> spikes(int[] counts) {
        int[] filled =
                IntStream.range(0, counts.length).filter(bin -> counts[bin] > 0).toArray();
        List<Integer> spikes = new ArrayList<>();
        for (int i = 0; i < filled.length; i++) {
            if (filled[i] >= counts.length / 3
                    && counts[filled[i]] >= LEAST_PIXELS
                    && counts[filled[i]] >= TIMES_NEIGHBOURS * around(counts, filled, i)) {
                spikes.add(filled[i]);
            }
        }
        spikes.sort((one, other) -> Integer.compare(counts[other], counts[one]));
        return spikes.subList(0, Math.min(MOST_SPIKES, spikes.size()));
    }

    private static int around(int[] counts, int[] filled, int at) {
        int most = 1;
        for (int i = Math.max(0, at - 3); i <= Math.min(filled.length - 1, at + 3); i++) {
            most = i == at ? most : Math.max(most, counts[filled[i]]);
        }
        return most;
    }
}
