package org.roentgen.imaging;

import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A label map on a grid: one unsigned byte per voxel (0 is background), x fastest, then y, then z. The array is shared, not
 * copied.
 */
public final class LabelVolume {
    private final VolumeGrid grid;
    private final byte[] labels;

    public LabelVolume(VolumeGrid grid, byte[] labels) {
        if (labels.length != grid.voxelCount()) {
            throw new IllegalArgumentException(
                    "%d labels do not fill a grid of %s".formatted(labels.length, grid.sizeText()));
        }
        this.grid = grid;
        this.labels = labels;
    }

    public VolumeGrid grid() {
        return grid;
    }

    /** The labels themselves, not a copy. */
    public byte[] labels() {
        return labels;
    }

    /** The label of a voxel, 0 to 255. */
    public int at(int x, int y, int z) {
        return Byte.toUnsignedInt(labels[grid.index(x, y, z)]);
    }

    /** The labels that occur, background left out, in ascending order. */
    public SortedSet<Integer> present() {
        boolean[] seen = new boolean[256];
        for (byte label : labels) {
            seen[Byte.toUnsignedInt(label)] = true;
        }
        SortedSet<Integer> present = new TreeSet<>();
        for (int label = 1; label < seen.length; label++) {
            if (seen[label]) {
                present.add(label);
            }
        }
        return present;
    }
}
