package org.roentgen.dicom.object.contour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

final class OutlineTest {
    static Stream<Arguments> shapes() {
        return Stream.of(
                Arguments.of("a pixel", "#", 1, 1.0),
                Arguments.of("an image full", "###/###", 1, 6.0),
                Arguments.of("nothing", "..../....", 0, 0.0),
                Arguments.of("two that touch at a corner", "#./.#", 2, 2.0),
                Arguments.of("a ring", "####/#..#/####", 1, 10.0),
                Arguments.of("two holes side by side", "#####/#.#.#/#####", 1, 13.0),
                Arguments.of("two holes that touch at a corner", "####/#.##/##.#/####", 1, 14.0),
                Arguments.of("an island in a hole", "#####/#...#/#.#.#/#...#/#####", 2, 17.0),
                Arguments.of("a hole below a notch", "#.##/####/#.##/####", 1, 14.0));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shapes")
    void outlinesEncloseTheShapeAndFillingGivesItBack(String name, String shape, int outlines, double area) {
        String[] rows = shape.split("/", -1);
        int columns = rows[0].length();
        boolean[] mask = new boolean[rows.length * columns];
        for (int index = 0; index < mask.length; index++) {
            mask[index] = rows[index / columns].charAt(index % columns) == '#';
        }
        List<Outline> traced = OutlineTracer.trace(mask, columns, OutlineStyle.PIXEL_CORNERS);
        assertThat(traced).hasSize(outlines);
        assertThat(traced.stream().mapToDouble(OutlineTest::area).sum()).isEqualTo(area);
        for (OutlineStyle style : OutlineStyle.values()) {
            assertThat(OutlineFiller.fill(OutlineTracer.trace(mask, columns, style), columns, rows.length))
                    .isEqualTo(mask);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anyMaskComesBack(OutlineStyle style) {
        Random random = new Random(11);
        for (int round = 0; round < 400; round++) {
            int columns = 1 + random.nextInt(17);
            int rows = 1 + random.nextInt(17);
            double density = random.nextDouble();
            boolean[] mask = new boolean[rows * columns];
            int count = 0;
            for (int index = 0; index < mask.length; index++) {
                mask[index] = random.nextDouble() < density;
                count += mask[index] ? 1 : 0;
            }
            List<Outline> outlines = OutlineTracer.trace(mask, columns, style);
            assertThat(OutlineFiller.fill(outlines, columns, rows)).isEqualTo(mask);
            if (style == OutlineStyle.PIXEL_CORNERS) {
                assertThat(outlines.stream().mapToDouble(OutlineTest::area).sum())
                        .isEqualTo(count);
            }
        }
    }

    @Test
    void straightLinesHaveOnlyTheirEnds() {
        boolean[] mask = new boolean[5 * 4];
        Arrays.fill(mask, 5, 15, true);
        Outline corners =
                OutlineTracer.trace(mask, 5, OutlineStyle.PIXEL_CORNERS).getFirst();
        assertThat(corners.xs()).containsExactly(-0.5, 4.5, 4.5, -0.5);
        assertThat(corners.ys()).containsExactly(0.5, 0.5, 2.5, 2.5);
        Outline midpoints =
                OutlineTracer.trace(mask, 5, OutlineStyle.MARCHING_SQUARES).getFirst();
        assertThat(midpoints.xs()).containsExactly(0, 4, 4.5, 4.5, 4, 0, -0.5, -0.5);
    }

    @Test
    void whatLiesBeyondTheImageIsCutOff() {
        Outline large = new Outline(new double[] {-9, 9, 9, -9}, new double[] {-9, -9, 9, 9});
        assertThat(OutlineFiller.fill(List.of(large), 3, 2)).containsOnly(true);
        Outline beside = new Outline(new double[] {-9, -5, -5}, new double[] {-9, 5, 9});
        assertThat(OutlineFiller.fill(List.of(beside), 3, 2)).containsOnly(false);
        assertThatThrownBy(() -> new Outline(new double[] {Double.NaN}, new double[1]))
                .hasMessageContaining("finite");
    }

    private static double area(Outline outline) {
        double twice = 0;
        for (int index = 0; index < outline.size(); index++) {
            int next = (index + 1) % outline.size();
            twice += outline.xs()[index] * outline.ys()[next] - outline.xs()[next] * outline.ys()[index];
        }
        return twice / 2;
    }
}
