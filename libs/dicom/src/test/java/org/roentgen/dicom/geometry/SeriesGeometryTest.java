package org.roentgen.dicom.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class SeriesGeometryTest {
    private static final Vector3 LEFT = new Vector3(1, 0, 0);
    private static final Vector3 POSTERIOR = new Vector3(0, 1, 0);

    @ParameterizedTest
    @MethodSource("regularOrientations")
    void shuffledPlanesOfAnyOrientationGiveTheAffineOfTheirVolume(Vector3 row, Vector3 column) {
        Vector3 normal = row.cross(column);
        Vector3 origin = new Vector3(-12.5, 30.25, 7);
        List<PlaneGeometry> planes = new ArrayList<>();
        for (int slice = 0; slice < 9; slice++) {
            planes.add(new PlaneGeometry(origin.plus(normal.times(2.5 * slice)), row, column, 0.8, 0.7, 6, 5));
        }
        Collections.shuffle(planes, new Random(5));
        SeriesGeometry series = SeriesGeometry.of(planes);
        assertThat(series.problems()).isEmpty();
        Affine affine = series.affine();
        assertThat(affine.determinant()).isCloseTo(0.8 * 0.7 * 2.5, org.assertj.core.data.Offset.offset(1e-9));
        for (int slice = 0; slice < 9; slice++) {
            PlaneGeometry plane = planes.get(series.order().get(slice));
            assertThat(distance(affine.apply(4, 5, slice), plane.toPatient(4, 5)))
                    .isLessThan(1e-9);
        }
        Vector3 index = affine.inverse().apply(affine.apply(3.25, -1, 6.5));
        assertThat(distance(index, new Vector3(3.25, -1, 6.5))).isLessThan(1e-9);
    }

    static Stream<Arguments> regularOrientations() {
        List<Arguments> all = new ArrayList<>();
        List<Vector3> directions = List.of(LEFT, POSTERIOR, new Vector3(0, 0, 1));
        for (Vector3 row : directions) {
            for (Vector3 column : directions) {
                if (row != column) {
                    for (int signs = 0; signs < 4; signs++) {
                        all.add(Arguments.of(
                                row.times((signs & 1) == 0 ? 1 : -1), column.times((signs & 2) == 0 ? 1 : -1)));
                    }
                }
            }
        }
        Vector3 oblique = new Vector3(0.8, 0.5, -0.2).normalized();
        all.add(Arguments.of(oblique, oblique.cross(new Vector3(0.1, 0.3, 1)).normalized()));
        return all.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenSeries")
    void problemsAreNamed(String name, List<PlaneGeometry> planes, List<GeometryProblem> expected) {
        assertThat(SeriesGeometry.of(planes, GeometryTolerance.DEFAULT.withMinimumSlices(3))
                        .problems())
                .usingRecursiveFieldByFieldElementComparator(
                        org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration.builder()
                                .withComparatorForType(
                                        (a, b) -> Math.abs(a - b) < 1e-6 ? 0 : Double.compare(a, b), Double.class)
                                .build())
                .isEqualTo(expected);
    }

    static Stream<Arguments> brokenSeries() {
        List<PlaneGeometry> turned = new ArrayList<>(axial(0, 1, 2));
        turned.add(new PlaneGeometry(Vector3.ZERO, LEFT, new Vector3(0, 0, -1), 1, 1, 4, 4));
        List<PlaneGeometry> otherSize = new ArrayList<>(axial(0, 1, 2));
        otherSize.add(new PlaneGeometry(new Vector3(0, 0, 3), LEFT, POSTERIOR, 1, 1, 8, 4));
        List<PlaneGeometry> otherSpacing = new ArrayList<>(axial(0, 1, 2));
        otherSpacing.add(new PlaneGeometry(new Vector3(0, 0, 3), LEFT, POSTERIOR, 0.5, 1, 4, 4));
        List<PlaneGeometry> tilted = DoubleStream.of(0, 1, 2, 3)
                .mapToObj(z -> new PlaneGeometry(new Vector3(0, z, z), LEFT, POSTERIOR, 1, 1, 4, 4))
                .toList();
        return Stream.of(
                Arguments.of("nothing", List.of(), List.of(new GeometryProblem.NoPlanes())),
                Arguments.of("too few", axial(0, 5), List.of(new GeometryProblem.TooFewSlices(2, 3))),
                Arguments.of("rounding in the file", axial(0, 1.004, 1.998, 3), List.of()),
                Arguments.of(
                        "double slice",
                        axial(0, 1, 1, 2),
                        List.of(new GeometryProblem.DuplicatePositions(List.of(1.0)))),
                Arguments.of(
                        "two gaps",
                        axial(0, 2, 6, 8, 10, 16),
                        List.of(new GeometryProblem.MissingSlices(List.of(4.0, 12.0, 14.0), 2))),
                Arguments.of("unequal", axial(0, 1, 2, 3.4), List.of(new GeometryProblem.UnequalSpacing(1, 1.4, 1))),
                Arguments.of("localizer inside", turned, List.of(new GeometryProblem.MixedOrientation(1, 90))),
                Arguments.of("sizes", otherSize, List.of(new GeometryProblem.MixedSize(List.of("4 x 4", "8 x 4")))),
                Arguments.of(
                        "pixel spacings",
                        otherSpacing,
                        List.of(new GeometryProblem.MixedPixelSpacing(List.of("1.0000 x 1.0000", "0.5000 x 1.0000")))),
                Arguments.of("tilt", tilted, List.of(new GeometryProblem.GantryTilt(45))));
    }

    @Test
    void anIrregularSeriesHasNoAffineAndSaysWhy() {
        SeriesGeometry series = SeriesGeometry.of(axial(0, 1, 3, 4));
        assertThatThrownBy(series::affine)
                .isInstanceOf(GeometryException.class)
                .hasMessageContaining("1 slices are missing, at position 2.00 mm");
        assertThat(series.problems().getFirst().code()).isEqualTo("missing-slices");
    }

    @Test
    void aPlaneRefusesDirectionsThatAreNotPerpendicular() {
        assertThatThrownBy(() -> new PlaneGeometry(Vector3.ZERO, LEFT, new Vector3(0.6, 0.8, 0), 1, 1, 4, 4))
                .isInstanceOf(GeometryException.class)
                .hasMessageContaining("right angle");
    }

    private static List<PlaneGeometry> axial(double... positions) {
        return DoubleStream.of(positions)
                .mapToObj(z -> new PlaneGeometry(new Vector3(0, 0, z), LEFT, POSTERIOR, 1, 1, 4, 4))
                .toList();
    }

    private static double distance(Vector3 one, Vector3 other) {
        return one.minus(other).length();
    }
}
