package org.roentgen.imaging.recipe;

import java.util.List;
import org.roentgen.dicom.geometry.Affine;
import org.roentgen.dicom.geometry.Vector3;
import org.roentgen.imaging.LabelVolume;
import org.roentgen.imaging.Volume;
import org.roentgen.imaging.VolumeGrid;

/**
 * Takes voxels from one grid to another whose axes are parallel to the first one's: flips, swaps, crops, pads, scales.
 *
 * @param maps for each target axis, where its indices come from
 */
public record GridTransform(VolumeGrid source, VolumeGrid target, List<AxisMap> maps, Outside outside) {
    /** What a target voxel beyond the source gets. */
    public enum Outside {
        FILL,
        NEAREST_EDGE
    }

    /** Target index t on an axis lies at index {@code scale * t + offset} of an axis of the source. */
    public record AxisMap(int sourceAxis, double scale, double offset) {
        /** The borders of both grids coincide. */
        static AxisMap scaled(int axis, double ratio) {
            return new AxisMap(axis, ratio, 0.5 * ratio - 0.5);
        }

        double sourceIndex(int target) {
            return scale * target + offset;
        }
    }

    public GridTransform {
        maps = List.copyOf(maps);
    }

    static GridTransform of(VolumeGrid source, List<AxisMap> maps, List<Integer> sizes, Outside outside) {
        Affine affine = source.affine();
        Vector3 origin = affine.origin();
        for (AxisMap map : maps) {
            origin = origin.plus(affine.axis(map.sourceAxis()).times(map.offset()));
        }
        Affine moved =
                new Affine(axis(affine, maps.get(0)), axis(affine, maps.get(1)), axis(affine, maps.get(2)), origin);
        VolumeGrid target = new VolumeGrid(sizes.get(0), sizes.get(1), sizes.get(2), moved);
        return new GridTransform(source, target, maps, outside);
    }

    private static Vector3 axis(Affine affine, AxisMap map) {
        return affine.axis(map.sourceAxis()).times(map.scale());
    }

    /** The way back, onto exactly the source grid. */
    public GridTransform inverse() {
        AxisMap[] back = new AxisMap[3];
        for (int axis = 0; axis < 3; axis++) {
            AxisMap map = maps.get(axis);
            back[map.sourceAxis()] = new AxisMap(axis, 1 / map.scale(), -map.offset() / map.scale());
        }
        return new GridTransform(target, source, List.of(back), outside);
    }

    /** Linear interpolation; voxels beyond the source get the fill value or the nearest edge. */
    public Volume apply(Volume volume, float fill) {
        requireSource(volume.grid());
        return new Volume(target, new GridSampler(this).linear(volume.voxels(), fill));
    }

    /** Nearest neighbour; voxels beyond the source get background or the nearest edge. */
    public LabelVolume apply(LabelVolume labels) {
        requireSource(labels.grid());
        return new LabelVolume(target, new GridSampler(this).nearest(labels.labels()));
    }

    private void requireSource(VolumeGrid grid) {
        if (!grid.hasSizeOf(source)) {
            throw new IllegalArgumentException(
                    "The transform starts from %s voxels, not %s".formatted(source.sizeText(), grid.sizeText()));
        }
    }
}
