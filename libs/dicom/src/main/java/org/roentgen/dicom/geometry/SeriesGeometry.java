package org.roentgen.dicom.geometry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The planes of a series in slice order, with what speaks against using them as one regular volume.
 *
 * @param planes sorted along the normal of the first plane; slice index k counts along it
 * @param order for each slice, the index of its plane in the list that was given
 * @param problems empty when the planes form a regular volume
 */
public record SeriesGeometry(List<PlaneGeometry> planes, List<Integer> order, List<GeometryProblem> problems) {
    public SeriesGeometry {
        planes = List.copyOf(planes);
        order = List.copyOf(order);
        problems = List.copyOf(problems);
    }

    public static SeriesGeometry of(List<PlaneGeometry> planes) {
        return of(planes, GeometryTolerance.DEFAULT);
    }

    public static SeriesGeometry of(List<PlaneGeometry> planes, GeometryTolerance tolerance) {
        if (planes.isEmpty()) {
            return new SeriesGeometry(List.of(), List.of(), List.of(new GeometryProblem.NoPlanes()));
        }
        Vector3 normal = planes.getFirst().normal();
        List<Integer> order = IntStream.range(0, planes.size())
                .boxed()
                .sorted(Comparator.comparingDouble(index -> planes.get(index).distanceAlong(normal)))
                .toList();
        List<PlaneGeometry> sorted = new ArrayList<>();
        order.forEach(index -> sorted.add(planes.get(index)));
        return new SeriesGeometry(sorted, order, new GeometryChecks(planes.getFirst(), sorted, tolerance).run());
    }

    public boolean isRegular() {
        return problems.isEmpty();
    }

    public int rows() {
        return first().rows();
    }

    public int columns() {
        return first().columns();
    }

    public int slices() {
        return planes.size();
    }

    /**
     * Voxel index (column, row, slice) to patient mm, from the first and the last position. A single plane counts as one mm thick.
     *
     * @throws GeometryException when the planes are not a regular volume; the message is that of its problems
     */
    public Affine affine() {
        if (problems.stream().anyMatch(problem -> !(problem instanceof GeometryProblem.TooFewSlices))) {
            throw new GeometryException("The series is not one regular volume: " + explanation());
        }
        PlaneGeometry first = first();
        Vector3 step = slices() == 1
                ? first.normal()
                : planes.getLast().position().minus(first.position()).times(1.0 / (slices() - 1));
        return new Affine(
                first.rowDirection().times(first.columnSpacing()),
                first.columnDirection().times(first.rowSpacing()),
                step,
                first.position());
    }

    /** All problems as sentences, one after another; empty for a regular volume. */
    public String explanation() {
        return String.join(" ", problems.stream().map(GeometryProblem::message).toList());
    }

    private PlaneGeometry first() {
        if (planes.isEmpty()) {
            throw new GeometryException(new GeometryProblem.NoPlanes().message());
        }
        return planes.getFirst();
    }
}
