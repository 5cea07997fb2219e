package org.roentgen.imaging;

import java.util.Random;
import org.roentgen.dicom.geometry.Affine;
import org.roentgen.dicom.geometry.OrientationCode;
import org.roentgen.dicom.geometry.Vector3;

/** Small volumes whose voxels are all different, on grids of any orientation. */
public final class TestVolumes {
    private TestVolumes() {}

    /** Unequal voxel sizes 1, 1.5 and 2 mm, away from the origin. */
    public static Affine affine(String orientation) {
        OrientationCode code = new OrientationCode(orientation);
        Vector3[] unit = {new Vector3(1, 0, 0), new Vector3(0, 1, 0), new Vector3(0, 0, 1)};
        Vector3[] axes = new Vector3[3];
        for (int index = 0; index < 3; index++) {
            axes[index] = unit[code.patientAxis(index)].times((code.isPositive(index) ? 1 : -1) * (1 + index * 0.5));
        }
        return new Affine(axes[0], axes[1], axes[2], new Vector3(-30, 14, 15));
    }

    public static Volume random(VolumeGrid grid, long seed) {
        Random random = new Random(seed);
        float[] voxels = new float[grid.voxelCount()];
        for (int index = 0; index < voxels.length; index++) {
            voxels[index] = (float) (random.nextGaussian() * 100 + 300);
        }
        return new Volume(grid, voxels);
    }

    public static LabelVolume randomLabels(VolumeGrid grid, int classes, long seed) {
        Random random = new Random(seed);
        byte[] labels = new byte[grid.voxelCount()];
        for (int index = 0; index < labels.length; index++) {
            labels[index] = (byte) random.nextInt(classes);
        }
        return new LabelVolume(grid, labels);
    }
}
