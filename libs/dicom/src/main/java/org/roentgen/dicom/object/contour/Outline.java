package org.roentgen.dicom.object.contour;

import java.util.Arrays;

/**
 * A closed outline; the last vertex is joined to the first.
 *
 * @param xs column coordinates of the vertices; 0 is the centre of the first column
 * @param ys row coordinates of the vertices; 0 is the centre of the first row
 */
public record Outline(double[] xs, double[] ys) {
    public Outline {
        if (xs.length != ys.length
                || !Arrays.stream(xs).allMatch(Double::isFinite)
                || !Arrays.stream(ys).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException(
                    "An outline of %d column and %d row coordinates needs as many of both, all finite"
                            .formatted(xs.length, ys.length));
        }
    }

    /** Number of vertices. */
    public int size() {
        return xs.length;
    }
}
