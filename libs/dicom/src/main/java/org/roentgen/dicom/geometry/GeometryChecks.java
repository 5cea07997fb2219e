package org.roentgen.dicom.geometry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/** Looks at planes sorted along the normal of a reference plane for everything that breaks a regular volume. */
final class GeometryChecks {
    private static final int LARGEST_GAP_IN_SLICES = 10_000;

    private final PlaneGeometry reference;
    private final List<PlaneGeometry> planes;
    private final GeometryTolerance tolerance;
    private final List<GeometryProblem> problems = new ArrayList<>();

    GeometryChecks(PlaneGeometry reference, List<PlaneGeometry> planes, GeometryTolerance tolerance) {
        this.reference = reference;
        this.planes = planes;
        this.tolerance = tolerance;
    }

    List<GeometryProblem> run() {
        if (planes.size() < tolerance.minimumSlices()) {
            problems.add(new GeometryProblem.TooFewSlices(planes.size(), tolerance.minimumSlices()));
        }
        checkSize();
        checkPixelSpacing();
        if (orientationIsMixed()) {
            return List.copyOf(problems);
        }
        checkPositions();
        return List.copyOf(problems);
    }

    private void checkSize() {
        Set<String> sizes = new LinkedHashSet<>();
        planes.forEach(plane -> sizes.add(plane.rows() + " x " + plane.columns()));
        if (sizes.size() > 1) {
            problems.add(new GeometryProblem.MixedSize(List.copyOf(sizes)));
        }
    }

    private void checkPixelSpacing() {
        boolean mixed = planes.stream()
                .anyMatch(plane -> differs(plane.rowSpacing(), reference.rowSpacing())
                        || differs(plane.columnSpacing(), reference.columnSpacing()));
        if (mixed) {
            Set<String> spacings = new LinkedHashSet<>();
            planes.forEach(plane ->
                    spacings.add(String.format(Locale.ROOT, "%.4f x %.4f", plane.rowSpacing(), plane.columnSpacing())));
            problems.add(new GeometryProblem.MixedPixelSpacing(List.copyOf(spacings)));
        }
    }

    private boolean differs(double spacing, double expected) {
        return Math.abs(spacing - expected) > expected * 1e-3;
    }

    private boolean orientationIsMixed() {
        List<Double> angles = planes.stream()
                .map(plane -> Math.max(
                        plane.rowDirection().angleDegrees(reference.rowDirection()),
                        plane.columnDirection().angleDegrees(reference.columnDirection())))
                .filter(angle -> angle > tolerance.directionDegrees())
                .toList();
        if (angles.isEmpty()) {
            return false;
        }
        double largest = angles.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        problems.add(new GeometryProblem.MixedOrientation(angles.size(), largest));
        return true;
    }

    private void checkPositions() {
        Vector3 normal = reference.normal();
        double[] positions = planes.stream()
                .mapToDouble(plane -> plane.distanceAlong(normal))
                .toArray();
        double[] distinct = withoutDuplicates(positions);
        if (distinct.length > 1) {
            checkDistances(distinct);
            checkTilt(normal);
        }
    }

    private double[] withoutDuplicates(double[] positions) {
        List<Double> distinct = new ArrayList<>();
        Set<Double> duplicates = new LinkedHashSet<>();
        for (double position : positions) {
            if (!distinct.isEmpty() && position - distinct.getLast() <= tolerance.positionMm()) {
                duplicates.add(distinct.getLast());
            } else {
                distinct.add(position);
            }
        }
        if (!duplicates.isEmpty()) {
            problems.add(new GeometryProblem.DuplicatePositions(List.copyOf(duplicates)));
        }
        return distinct.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private void checkDistances(double[] positions) {
        double[] distances = IntStream.range(1, positions.length)
                .mapToDouble(index -> positions[index] - positions[index - 1])
                .toArray();
        double[] sorted = distances.clone();
        Arrays.sort(sorted);
        double usual = sorted[(sorted.length - 1) / 2];
        double allowed = Math.max(tolerance.positionMm(), usual * tolerance.spacingFraction());
        List<Double> missing = new ArrayList<>();
        boolean unequal = false;
        for (int index = 0; index < distances.length; index++) {
            long steps = Math.round(distances[index] / usual);
            if (steps < 1
                    || steps > LARGEST_GAP_IN_SLICES
                    || Math.abs(distances[index] - steps * usual) > allowed * steps) {
                unequal = true;
                continue;
            }
            for (long step = 1; step < steps; step++) {
                missing.add(positions[index] + step * usual);
            }
        }
        if (!missing.isEmpty()) {
            problems.add(new GeometryProblem.MissingSlices(missing, usual));
        }
        if (unequal) {
            problems.add(new GeometryProblem.UnequalSpacing(sorted[0], sorted[sorted.length - 1], usual));
        }
    }

    private void checkTilt(Vector3 normal) {
        PlaneGeometry first = planes.getFirst();
        double largest = 0;
        for (PlaneGeometry plane : planes) {
            Vector3 stacking = plane.position().minus(first.position());
            double sideways = stacking.minus(normal.times(stacking.dot(normal))).length();
            if (sideways > tolerance.positionMm()) {
                largest = Math.max(largest, stacking.angleDegrees(normal));
            }
        }
        if (largest > tolerance.tiltDegrees()) {
            problems.add(new GeometryProblem.GantryTilt(largest));
        }
    }
}
