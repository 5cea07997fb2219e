package org.roentgen.dicom.deidentify.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.roentgen.dicom.deidentify.RefusedException;
import org.roentgen.dicom.geometry.Vector3;

class HeadMeasuresTest {
    private static final int CELL = 4;
    private static final int SIZE = 100;
    private static final int HEIGHT = 40;

    /** Two upright ellipses beside each other, or one where they lie in one place, as high as the grid but for its uppermost 12 mm. */
    private static HeadGrid grid(double beside, double breadth, double length) {
        boolean[] solid = new boolean[SIZE * SIZE * HEIGHT];
        HeadGrid grid =
                new HeadGrid(new Vector3(-200, -200, 0), new Vector3(CELL, CELL, CELL), SIZE, SIZE, HEIGHT, solid);
        for (int row = 0; row < HEIGHT - 3; row++) {
            for (int column = 0; column < SIZE; column++) {
                for (int place = 0; place < SIZE; place++) {
                    double x = (Math.abs((column + 0.5) * CELL - 200) - beside) / (breadth / 2);
                    double y = ((place + 0.5) * CELL - 200) / (length / 2);
                    solid[grid.index(column, place, row)] = x * x + y * y < 1;
                }
            }
        }
        return grid;
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "a head,             0, 150, 190, true",
        "a round head,       0, 180, 180, true",
        "a child,            0, 110, 140, true",
        "a long head,        0, 130, 210, true",
        "raised arms,      110,  90, 150, false",
        "one arm,            0,  90, 100, false",
        "a slice of a thigh, 0,  80, 180, false",
        "a chest,            0, 380, 240, false",
        "a large belly,      0, 300, 290, false"
    })
    void aHeadIsToldFromOtherPartsByItsSize(String name, double beside, double breadth, double length, boolean isHead)
            throws RefusedException {
        HeadGrid grid = grid(beside, breadth, length);
        if (isHead) {
            assertThat(HeadMeasures.of(grid).length()).isBetween(length - 20, length + CELL);
            assertThat(HeadMeasures.of(grid).top()).isEqualTo((HEIGHT - 3) * CELL);
        } else {
            assertThatExceptionOfType(RefusedException.class)
                    .as(name)
                    .isThrownBy(() -> HeadMeasures.of(grid))
                    .withMessageContaining("which no head does");
        }
    }

    @Test
    void aHeadThatIsCutOffAtItsTopIsRefused() {
        HeadGrid grid = grid(0, 150, 190);
        HeadGrid cut = new HeadGrid(grid.low(), grid.cell(), SIZE, SIZE, HEIGHT - 3, grid.solid());

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> HeadMeasures.of(cut))
                .withMessageContaining("the top of the head");
    }
}
