package org.roentgen.training.task;

import java.util.random.RandomGenerator;
import org.roentgen.imaging.VolumeGrid;
import org.roentgen.imaging.augment.Sample;
import org.roentgen.training.dataset.PreparedCase;

/** Cuts patches of one size out of cases; beyond the image there are zeros and background. */
record PatchCutter(int width, int height, int depth) {
    private static final double FOREGROUND_SHARE = 0.5;

    /** At a random place; every second patch of a larger image holds a voxel with a label, where there is one. */
    Sample random(PreparedCase each, RandomGenerator random) {
        VolumeGrid grid = each.image().grid();
        int[] start = new int[3];
        int[] size = {width, height, depth};
        for (int axis = 0; axis < 3; axis++) {
            int room = grid.size(axis) - size[axis];
            start[axis] = Math.min(0, room) + random.nextInt(Math.abs(room) + 1);
        }
        if (random.nextDouble() < FOREGROUND_SHARE) {
            aimAtLabel(each, grid, start, size, random);
        }
        return cut(each, start[0], start[1], start[2]);
    }

    /** In the middle of the image. */
    Sample central(PreparedCase each) {
        VolumeGrid grid = each.image().grid();
        return cut(
                each,
                Math.floorDiv(grid.width() - width, 2),
                Math.floorDiv(grid.height() - height, 2),
                Math.floorDiv(grid.depth() - depth, 2));
    }

    /** Moves the patch so that it holds one voxel with a label, found from a random place on. */
    private static void aimAtLabel(
            PreparedCase each, VolumeGrid grid, int[] start, int[] size, RandomGenerator random) {
        byte[] labels = each.target();
        int first = random.nextInt(labels.length);
        for (int i = 0; i < labels.length; i++) {
            int index = (first + i) % labels.length;
            if (labels[index] != 0) {
                for (int axis = 0; axis < 3; axis++) {
                    int place = index / grid.stride(axis) % grid.size(axis);
                    if (grid.size(axis) > size[axis]) {
                        start[axis] = Math.clamp(start[axis], place - size[axis] + 1, place);
                        start[axis] = Math.clamp(start[axis], 0, grid.size(axis) - size[axis]);
                    }
                }
                return;
            }
        }
    }

    Sample cut(PreparedCase each, int x, int y, int z) {
        VolumeGrid grid = each.image().grid();
        int channels = each.image().channels();
        int voxels = width * height * depth;
        float[] image = new float[channels * voxels];
        byte[] labels = new byte[voxels];
        int fromX = Math.max(0, -x);
        int count = Math.min(width, grid.width() - x) - fromX;
        for (int k = Math.max(0, -z); k < Math.min(depth, grid.depth() - z); k++) {
            for (int j = Math.max(0, -y); j < Math.min(height, grid.height() - y); j++) {
                int from = grid.index(x + fromX, y + j, z + k);
                int to = fromX + width * (j + height * k);
                System.arraycopy(each.target(), from, labels, to, count);
                for (int channel = 0; channel < channels; channel++) {
                    System.arraycopy(
                            each.image().tensor(),
                            channel * grid.voxelCount() + from,
                            image,
                            channel * voxels + to,
                            count);
                }
            }
        }
        return new Sample(image, labels, channels, depth, height, width);
    }
}
