package org.roentgen.dicom.deidentify.burnedin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class BandsTest {
    private static final int WIDTH = 120;
    private static final int HEIGHT = 60;

    /** Bars like the stems of letters in noise. */
    private static Plane plane(Box... words) {
        int[] values = new int[WIDTH * HEIGHT];
        Random random = new Random(3);
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(8);
            for (Box word : words) {
                boolean isStem = word.contains(i % WIDTH, i / WIDTH) && (i % WIDTH - word.x()) % 4 < 2;
                values[i] = isStem ? 200 : values[i];
            }
        }
        return new Plane(WIDTH, HEIGHT, values);
    }

    @Test
    void linesAboveEachOtherAreParted() {
        Plane plane = plane(new Box(10, 8, 38, 10), new Box(20, 24, 58, 9));

        assertThat(Bands.lines(plane, new Box(4, 4, 100, 36)))
                .containsExactly(new Box(10, 8, 39, 10), new Box(20, 24, 59, 9));
    }

    @Test
    void aLineIsPartedAtGapsWiderThanItIsHigh() {
        Plane plane = plane(new Box(4, 8, 10, 10), new Box(26, 8, 18, 10), new Box(50, 8, 26, 10));

        assertThat(Bands.parts(plane, new Box(0, 8, 100, 10)))
                .containsExactly(new Box(4, 8, 11, 10), new Box(26, 8, 51, 10));
    }

    @Test
    void aLineAlongAColumnIsPartedAlongIt() {
        Plane turned = plane(new Box(4, 8, 10, 10), new Box(26, 8, 18, 10), new Box(50, 8, 26, 10))
                .transposed();

        assertThat(Bands.lines(turned, new Box(4, 0, 20, 100))).containsExactly(new Box(8, 4, 10, 73));
        assertThat(Bands.parts(turned, new Box(8, 0, 10, 100)))
                .containsExactly(new Box(8, 4, 10, 11), new Box(8, 26, 10, 51));
    }

    @Test
    void whereNothingIsDrawnTheBoxStays() {
        Plane flat = new Plane(20, 20, new int[400]);

        assertThat(Bands.lines(flat, new Box(2, 2, 9, 9))).containsExactly(new Box(2, 2, 9, 9));
    }
}
