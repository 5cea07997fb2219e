package org.roentgen.imaging;

import org.roentgen.dicom.geometry.Affine;
import org.roentgen.dicom.geometry.OrientationCode;
import org.roentgen.dicom.geometry.Vector3;

/**
 * The voxels' places: how many there are along x (fastest in memory), y and z, and where they lie in the patient.
 *
 * @param affine voxel index (x, y, z) to LPS millimetres, as in DICOM
 */
public record VolumeGrid(int width, int height, int depth, Affine affine) {
    public VolumeGrid {
        if (width < 1 || height < 1 || depth < 1) {
            throw new IllegalArgumentException("A grid of %d x %d x %d voxels is empty: every size must be at least 1"
                    .formatted(width, height, depth));
        }
        if ((long) width * height * depth > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(
                    "A grid of %d x %d x %d voxels is too large: at most 2^31 - 9 are possible"
                            .formatted(width, height, depth));
        }
    }

    /** A two-dimensional image: depth 1, one millimetre per pixel, at the patient origin. */
    public static VolumeGrid flat(int width, int height) {
        return new VolumeGrid(width, height, 1, Affine.IDENTITY);
    }

    public int voxelCount() {
        return width * height * depth;
    }

    /** The place of a voxel in an array of this grid. */
    public int index(int x, int y, int z) {
        return x + width * (y + height * z);
    }

    /** The number of voxels along an axis: 0 is x, 1 is y, 2 is z. */
    public int size(int axis) {
        return switch (axis) {
            case 0 -> width;
            case 1 -> height;
            case 2 -> depth;
            default -> throw new IllegalArgumentException("Axis %d does not exist: use 0, 1 or 2".formatted(axis));
        };
    }

    /** The distance in array elements between neighbours along an axis. */
    public int stride(int axis) {
        return switch (axis) {
            case 0 -> 1;
            case 1 -> width;
            case 2 -> width * height;
            default -> throw new IllegalArgumentException("Axis %d does not exist: use 0, 1 or 2".formatted(axis));
        };
    }

    /** The size of a voxel in mm along x, y and z. */
    public Vector3 spacing() {
        return affine.spacing();
    }

    public double voxelVolumeMm3() {
        return Math.abs(affine.determinant());
    }

    public OrientationCode orientation() {
        return OrientationCode.of(affine);
    }

    /** Whether both have the same sizes and put every voxel at the same place within the tolerance in mm. */
    public boolean coincidesWith(VolumeGrid other, double toleranceMm) {
        return hasSizeOf(other) && affine.matches(other.affine, width, height, depth, toleranceMm);
    }

    public boolean hasSizeOf(VolumeGrid other) {
        return width == other.width && height == other.height && depth == other.depth;
    }

    /** The sizes for messages, such as {@code 35 x 51 x 35}. */
    public String sizeText() {
        return width + " x " + height + " x " + depth;
    }
}
