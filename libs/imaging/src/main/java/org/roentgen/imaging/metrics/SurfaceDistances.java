package org.roentgen.imaging.metrics;

import java.util.Arrays;
import org.roentgen.dicom.geometry.Vector3;
import org.roentgen.imaging.LabelVolume;
import org.roentgen.imaging.VolumeGrid;

/**
 * Distances in mm between the surfaces of a label, a surface being the voxels that touch another label or the image's border by
 * a face. The voxels' axes are taken as perpendicular.
 *
 * @param hausdorff95 the larger of the two directed 95th percentiles
 * @param mean over the distances of both surfaces (average symmetric surface distance)
 */
public record SurfaceDistances(double hausdorff95, double mean) {
    static SurfaceDistances between(LabelVolume prediction, LabelVolume reference, int label) {
        VolumeGrid grid = reference.grid();
        boolean[] predicted = surface(prediction, label);
        boolean[] referenced = surface(reference, label);
        Vector3 spacing = grid.spacing();
        double[] forth = distances(predicted, new DistanceMap(grid, spacing, referenced));
        double[] back = distances(referenced, new DistanceMap(grid, spacing, predicted));
        double hausdorff95 = Math.max(percentile95(forth), percentile95(back));
        double sum = Arrays.stream(forth).sum() + Arrays.stream(back).sum();
        return new SurfaceDistances(hausdorff95, sum / (forth.length + back.length));
    }

    private static boolean[] surface(LabelVolume labels, int label) {
        VolumeGrid grid = labels.grid();
        byte[] values = labels.labels();
        boolean[] surface = new boolean[values.length];
        for (int index = 0; index < values.length; index++) {
            surface[index] = Byte.toUnsignedInt(values[index]) == label && touchesOther(grid, values, index);
        }
        return surface;
    }

    private static boolean touchesOther(VolumeGrid grid, byte[] values, int index) {
        for (int axis = 0; axis < 3; axis++) {
            int stride = grid.stride(axis);
            int place = index / stride % grid.size(axis);
            if (grid.size(axis) == 1) {
                continue;
            }
            boolean atBorder = place == 0 || place + 1 == grid.size(axis);
            if (atBorder || values[index - stride] != values[index] || values[index + stride] != values[index]) {
                return true;
            }
        }
        return false;
    }

    private static double[] distances(boolean[] surface, DistanceMap map) {
        double[] distances = new double[surface.length];
        int count = 0;
        for (int index = 0; index < surface.length; index++) {
            if (surface[index]) {
                distances[count++] = map.distance(index);
            }
        }
        return Arrays.copyOf(distances, count);
    }

    private static double percentile95(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double place = 0.95 * (sorted.length - 1);
        int lower = (int) place;
        int upper = Math.min(sorted.length - 1, lower + 1);
        return sorted[lower] + (place - lower) * (sorted[upper] - sorted[lower]);
    }
}
