package org.roentgen.dicom.deidentify.burnedin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Where the finder looks, with a network that tells how bright 4 x 4 pixels and what is around them are. */
class TextFinderGridTest {
    /** Columns and rows beside a cell that its probability depends on. */
    private static final int AROUND = 28;

    private final List<Box> runs = new ArrayList<>();

    private float[] brightness(float[] values, long... shape) {
        int height = (int) shape[2];
        int width = (int) shape[3];
        assertThat(values).hasSize(2 * height * width);
        runs.add(new Box(0, 0, width, height));
        float[] text = new float[width / 4 * (height / 4)];
        for (int cell = 0; cell < text.length; cell++) {
            int x = cell % (width / 4) * 4;
            int y = cell / (width / 4) * 4;
            for (int i = 0; i < 16; i++) {
                text[cell] += values[(y + i / 4) * width + x + i % 4] / 16;
            }
            for (int side : new int[] {-AROUND, AROUND + 3}) {
                text[cell] += x + side < 0 || x + side >= width ? 0 : 0.01f * values[y * width + x + side];
                text[cell] += y + side < 0 || y + side >= height ? 0 : 0.01f * values[(y + side) * width + x];
            }
        }
        return text;
    }

    private final TextFinder finder = new TextFinder(this::brightness);

    private static Plane plane(int width, int height, Box bright) {
        int[] values = new int[width * height];
        for (int y = bright.y(); y < bright.bottom(); y++) {
            for (int x = bright.x(); x < bright.right(); x++) {
                values[y * width + x] = 1000;
            }
        }
        return new Plane(width, height, values);
    }

    @Test
    void linesOfAllLevelsLieWhereTheyAreDrawn() {
        Box drawn = new Box(64, 48, 96, 16);

        List<Line> lines = finder.find(plane(400, 390, drawn));

        assertThat(lines).extracting(Line::box).containsOnly(drawn).hasSize(3);
        assertThat(runs).containsExactly(new Box(0, 0, 400, 400), new Box(0, 0, 208, 208), new Box(0, 0, 112, 112));
    }

    @Test
    void aSmallImageIsLookedAtOnceAndASmallerOneIsEnlarged() {
        finder.find(plane(400, 191, new Box(0, 0, 8, 8)));
        finder.find(plane(40, 20, new Box(0, 0, 8, 8)));

        assertThat(runs).containsExactly(new Box(0, 0, 400, 192), new Box(0, 0, 64, 64));
    }

    @Test
    void tilesTellTheSameAsTheWhole() {
        int width = 2130;
        int height = 1090;
        int[] values = new Random(2).ints((long) width * height, 0, 5000).toArray();
        Tones tones = new Tones(new Plane(width, height, values));

        Cells cells = finder.cells(tones, 0);

        assertThat(runs)
                .containsExactly(
                        new Box(0, 0, 1024, 1024),
                        new Box(0, 0, 1024, 1024),
                        new Box(0, 0, 224, 1024),
                        new Box(0, 0, 1024, 144),
                        new Box(0, 0, 1024, 144),
                        new Box(0, 0, 224, 144));
        float[] whole = brightness(tones.part(0, new Box(0, 0, 2144, 1104)), 1, 2, 1104, 2144);
        assertThat(cells.text()).isEqualTo(whole);
    }
}
