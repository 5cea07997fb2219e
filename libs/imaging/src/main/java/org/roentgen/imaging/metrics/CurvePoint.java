package org.roentgen.imaging.metrics;

import java.util.List;
import java.util.stream.IntStream;

/** A point of a curve for people to look at. */
public record CurvePoint(double x, double y) {
    private static final int MOST = 400;

    /** At most 400 of the points, the first and the last among them. */
    static List<CurvePoint> thinned(List<CurvePoint> points) {
        if (points.size() <= MOST) {
            return points;
        }
        return IntStream.range(0, MOST)
                .mapToObj(index -> points.get((int) Math.round((double) index * (points.size() - 1) / (MOST - 1))))
                .toList();
    }
}
