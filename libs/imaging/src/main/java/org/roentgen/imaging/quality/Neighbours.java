package org.roentgen.imaging.quality;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The cases that look most like another. Of a large data set an even sample is searched, so that time grows with its size only. */
final class Neighbours {
    private static final int MOST_REFERENCES = 3000;

    private final List<Thumbprint> cases;
    private final int[] references;
    private final int count;

    /** @param count how many neighbours are wanted; fewer in a small data set */
    Neighbours(List<Thumbprint> cases, int count) {
        this.cases = cases;
        this.count = Math.max(1, Math.min(count, cases.size() / 4));
        int step = Math.ceilDiv(cases.size(), MOST_REFERENCES);
        this.references = IntStream.range(0, Math.ceilDiv(cases.size(), step))
                .map(index -> index * step)
                .toArray();
    }

    int count() {
        return count;
    }

    /** Neighbours of a case, or of its mirror image: positions and correlations, most alike first. */
    Found of(int self, Thumbprint probe) {
        int[] positions = new int[count];
        double[] correlations = new double[count];
        Arrays.fill(correlations, Double.NEGATIVE_INFINITY);
        for (int reference : references) {
            if (reference == self) {
                continue;
            }
            double correlation = probe.correlation(cases.get(reference));
            int place = count - 1;
            if (correlation <= correlations[place]) {
                continue;
            }
            while (place > 0 && correlations[place - 1] < correlation) {
                correlations[place] = correlations[place - 1];
                positions[place] = positions[place - 1];
                place--;
            }
            correlations[place] = correlation;
            positions[place] = reference;
        }
        return new Found(positions, correlations);
    }

    /** Positions of cases in the data set with their correlations. */
    @SuppressWarnings("ArrayRecordComponent")
    record Found(int[] positions, double[] correlations) {
        double mean() {
            return Arrays.stream(correlations)
                    .filter(Double::isFinite)
                    .average()
                    .orElse(0);
        }
    }
}
