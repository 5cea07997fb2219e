package org.roentgen.imaging.metrics;

import java.util.Arrays;
import org.roentgen.dicom.geometry.Vector3;
import org.roentgen.imaging.VolumeGrid;

/**
 * The exact Euclidean distance from every voxel to the nearest marked one: the lower envelope of parabolas, axis by axis
 * (Felzenszwalb and Huttenlocher, Theory of Computing 2012).
 */
final class DistanceMap {
    private static final double FAR = 1e20;

    private final double[] squared;

    DistanceMap(VolumeGrid grid, Vector3 spacing, boolean[] marked) {
        squared = new double[marked.length];
        for (int index = 0; index < marked.length; index++) {
            squared[index] = marked[index] ? 0 : FAR;
        }
        for (int axis = 0; axis < 3; axis++) {
            sweep(grid, axis, spacing.component(axis));
        }
    }

    double distance(int index) {
        return Math.sqrt(squared[index]);
    }

    private void sweep(VolumeGrid grid, int axis, double spacing) {
        int size = grid.size(axis);
        int stride = grid.stride(axis);
        Line line = new Line(size, spacing * spacing);
        for (int start = 0; start < squared.length; start++) {
            if (start / stride % size == 0) {
                line.transform(squared, start, stride);
            }
        }
    }

    /** The transform of one line of voxels. */
    private static final class Line {
        private final int size;
        private final double scale;
        private final double[] values;
        private final int[] vertices;
        private final double[] borders;

        Line(int size, double scale) {
            this.size = size;
            this.scale = scale;
            this.values = new double[size];
            this.vertices = new int[size];
            this.borders = new double[size + 1];
        }

        void transform(double[] data, int start, int stride) {
            for (int index = 0; index < size; index++) {
                values[index] = data[start + index * stride];
            }
            if (Arrays.stream(values).allMatch(value -> value >= FAR)) {
                return;
            }
            int last = 0;
            vertices[0] = 0;
            borders[0] = Double.NEGATIVE_INFINITY;
            borders[1] = Double.POSITIVE_INFINITY;
            for (int index = 1; index < size; index++) {
                double crossing = crossing(vertices[last], index);
                while (crossing <= borders[last]) {
                    last--;
                    crossing = crossing(vertices[last], index);
                }
                last++;
                vertices[last] = index;
                borders[last] = crossing;
                borders[last + 1] = Double.POSITIVE_INFINITY;
            }
            int vertex = 0;
            for (int index = 0; index < size; index++) {
                while (borders[vertex + 1] < index) {
                    vertex++;
                }
                double distance = (double) index - vertices[vertex];
                data[start + index * stride] = scale * distance * distance + values[vertices[vertex]];
            }
        }

        private double crossing(int left, int right) {
            double rise = values[right] - values[left] + scale * ((double) right * right - (double) left * left);
            return rise / (2 * scale * (right - left));
        }
    }
}
