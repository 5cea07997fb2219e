package org.roentgen.imaging.recipe;

import java.util.List;
import java.util.stream.IntStream;
import org.roentgen.dicom.geometry.OrientationCode;
import org.roentgen.imaging.VolumeGrid;
import org.roentgen.imaging.recipe.GridTransform.AxisMap;
import org.roentgen.imaging.recipe.GridTransform.Outside;

/** A step that moves voxels. It depends on the grid only, never on the voxels' values, so that it can always be undone. */
public sealed interface GeometryStep extends RecipeStep {
    /** The transform from a grid to the one after this step. */
    GridTransform plan(VolumeGrid grid);

    /** Flips and swaps axes until the indices grow to the directions of a code such as {@code RAS}; loses nothing. */
    record Orient(String axes) implements GeometryStep {
        public Orient {
            axes = new OrientationCode(axes).letters();
        }

        @Override
        public GridTransform plan(VolumeGrid grid) {
            OrientationCode wanted = new OrientationCode(axes);
            OrientationCode present = grid.orientation();
            List<AxisMap> maps = IntStream.range(0, 3)
                    .mapToObj(axis -> map(grid, present, wanted, axis))
                    .toList();
            return GridTransform.of(grid, maps, sizes(grid, maps), Outside.FILL);
        }

        private static AxisMap map(VolumeGrid grid, OrientationCode present, OrientationCode wanted, int axis) {
            int source = IntStream.range(0, 3)
                    .filter(candidate -> present.patientAxis(candidate) == wanted.patientAxis(axis))
                    .findFirst()
                    .orElseThrow();
            boolean same = present.isPositive(source) == wanted.isPositive(axis);
            return same ? new AxisMap(source, 1, 0) : new AxisMap(source, -1, grid.size(source) - 1);
        }

        private static List<Integer> sizes(VolumeGrid grid, List<AxisMap> maps) {
            return maps.stream().map(map -> grid.size(map.sourceAxis())).toList();
        }
    }

    /**
     * Changes the voxel size: images linearly, labels by nearest neighbour, the outer border of the image staying in place.
     *
     * @param spacingMm wanted size along x, y and z; 0 keeps an axis. An axis with one voxel stays as it is.
     */
    record Resample(List<Double> spacingMm) implements GeometryStep {
        public Resample {
            spacingMm = Checks.three(spacingMm, "resample spacingMm", value -> value >= 0 && value < 1000);
        }

        @Override
        public GridTransform plan(VolumeGrid grid) {
            List<Integer> sizes = IntStream.range(0, 3)
                    .mapToObj(axis -> {
                        double ratio = ratio(grid, axis);
                        return Math.max(1, (int) Math.round(grid.size(axis) / ratio));
                    })
                    .toList();
            List<AxisMap> maps = IntStream.range(0, 3)
                    .mapToObj(axis -> AxisMap.scaled(axis, ratio(grid, axis)))
                    .toList();
            return GridTransform.of(grid, maps, sizes, Outside.NEAREST_EDGE);
        }

        private double ratio(VolumeGrid grid, int axis) {
            double wanted = spacingMm.get(axis);
            boolean kept = wanted == 0 || grid.size(axis) == 1;
            return kept ? 1 : wanted / grid.spacing().component(axis);
        }
    }

    /** Changes the number of voxels and with it their size, the outer border of the image staying in place. */
    record Resize(List<Integer> size) implements GeometryStep {
        public Resize {
            size = Checks.three(size, "resize size", value -> value >= 1);
        }

        @Override
        public GridTransform plan(VolumeGrid grid) {
            List<AxisMap> maps = IntStream.range(0, 3)
                    .mapToObj(axis -> AxisMap.scaled(axis, (double) grid.size(axis) / size.get(axis)))
                    .toList();
            return GridTransform.of(grid, maps, size, Outside.NEAREST_EDGE);
        }
    }

    /** Cuts off or adds zeros on both sides until an axis has the wanted size; 0 keeps an axis. */
    record CropOrPad(List<Integer> size) implements GeometryStep {
        public CropOrPad {
            size = Checks.three(size, "crop-or-pad size", value -> value >= 0);
        }

        @Override
        public GridTransform plan(VolumeGrid grid) {
            List<Integer> sizes = IntStream.range(0, 3)
                    .mapToObj(axis -> size.get(axis) == 0 ? grid.size(axis) : size.get(axis))
                    .toList();
            return centred(grid, sizes);
        }
    }

    /** Adds zeros on both sides until every size is a multiple, as networks with pooling need it. */
    record PadToMultiple(List<Integer> multiple) implements GeometryStep {
        public PadToMultiple {
            multiple = Checks.three(multiple, "pad-to-multiple multiple", value -> value >= 1);
        }

        @Override
        public GridTransform plan(VolumeGrid grid) {
            List<Integer> sizes = IntStream.range(0, 3)
                    .mapToObj(axis -> Math.ceilDiv(grid.size(axis), multiple.get(axis)) * multiple.get(axis))
                    .toList();
            return centred(grid, sizes);
        }
    }

    private static GridTransform centred(VolumeGrid grid, List<Integer> sizes) {
        List<AxisMap> maps = IntStream.range(0, 3)
                .mapToObj(axis -> new AxisMap(axis, 1, Math.floorDiv(grid.size(axis) - sizes.get(axis), 2)))
                .toList();
        return GridTransform.of(grid, maps, sizes, Outside.FILL);
    }
}
