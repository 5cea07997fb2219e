package org.roentgen.imaging.quality;

import java.util.Arrays;
import java.util.List;

/** Looks for one kind of fault in a whole data set. */
@FunctionalInterface
interface QualityCheck {
    List<QualityFinding> find(List<CaseTraits> cases);

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
    }

    /** How far each value lies from the median, in robust standard deviations (1.4826 times the median deviation). */
    static double[] robustScores(double[] values) {
        double middle = median(values);
        double spread = 1.4826
                * median(Arrays.stream(values)
                        .map(value -> Math.abs(value - middle))
                        .toArray());
        return Arrays.stream(values)
                .map(value -> spread > 0 ? (value - middle) / spread : 0)
                .toArray();
    }
}
