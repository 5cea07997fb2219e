package org.roentgen.imaging;

/**
 * An image on a grid: one float per voxel, x fastest, then y, then z. The array is shared, not copied: whoever hands it over gives
 * it up, and readers must not write to it.
 */
public final class Volume {
    private final VolumeGrid grid;
    private final float[] voxels;

    public Volume(VolumeGrid grid, float[] voxels) {
        if (voxels.length != grid.voxelCount()) {
            throw new IllegalArgumentException(
                    "%d voxels do not fill a grid of %s".formatted(voxels.length, grid.sizeText()));
        }
        this.grid = grid;
        this.voxels = voxels;
    }

    public VolumeGrid grid() {
        return grid;
    }

    /** The voxels themselves, not a copy. */
    public float[] voxels() {
        return voxels;
    }

    public float at(int x, int y, int z) {
        return voxels[grid.index(x, y, z)];
    }
}
