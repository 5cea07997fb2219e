package org.roentgen.imaging.label;

import java.util.ArrayList;
import java.util.List;
import org.roentgen.dicom.geometry.Vector3;
import org.roentgen.imaging.LabelVolume;
import org.roentgen.imaging.VolumeGrid;

/**
 * Size and place of one label.
 *
 * @param volumeMl voxels times their volume, in millilitres
 * @param box voxel indices of the corners, both inside
 * @param centroid mean position in patient mm (LPS)
 */
public record LabelStatistics(int label, long voxels, double volumeMl, Box box, Vector3 centroid) {
    /** Corners of a bounding box, both inside. */
    public record Box(int minX, int minY, int minZ, int maxX, int maxY, int maxZ) {}

    /** The statistics of each label that occurs, in ascending order. */
    public static List<LabelStatistics> of(LabelVolume labels) {
        List<LabelStatistics> statistics = new ArrayList<>();
        for (int label : labels.present()) {
            statistics.add(of(labels, label));
        }
        return List.copyOf(statistics);
    }

    private static LabelStatistics of(LabelVolume labels, int label) {
        VolumeGrid grid = labels.grid();
        int[] lowest = {Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE};
        int[] highest = {-1, -1, -1};
        double[] sums = new double[3];
        long voxels = 0;
        for (int index = 0; index < labels.labels().length; index++) {
            if (Byte.toUnsignedInt(labels.labels()[index]) != label) {
                continue;
            }
            voxels++;
            for (int axis = 0; axis < 3; axis++) {
                int place = index / grid.stride(axis) % grid.size(axis);
                lowest[axis] = Math.min(lowest[axis], place);
                highest[axis] = Math.max(highest[axis], place);
                sums[axis] += place;
            }
        }
        Vector3 centroid = grid.affine().apply(sums[0] / voxels, sums[1] / voxels, sums[2] / voxels);
        Box box = new Box(lowest[0], lowest[1], lowest[2], highest[0], highest[1], highest[2]);
        return new LabelStatistics(label, voxels, voxels * grid.voxelVolumeMm3() / 1000, box, centroid);
    }
}
