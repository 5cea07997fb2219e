package org.roentgen.dicom.deidentify.burnedin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TextReaderTest {
    @Test
    void fewerValuesAreMeans() {
        assertThat(TextReader.resampled(new float[] {0, 2, 4, 6}, 2)).containsExactly(1, 5);
        assertThat(TextReader.resampled(new float[] {0, 3, 6}, 2)).containsExactly(1, 5);
    }

    @Test
    void moreValuesLieBetween() {
        assertThat(TextReader.resampled(new float[] {0, 4}, 4)).containsExactly(0, 1, 3, 4);
        assertThat(TextReader.resampled(new float[] {7}, 3)).containsExactly(7, 7, 7);
        assertThat(TextReader.resampled(new float[] {1, 2}, 2)).containsExactly(1, 2);
    }

    /** 16 rows of 50 columns: twice as high, 100 columns. */
    @Test
    void aLineBecomes32RowsHighAndTakesTheWholeRange() {
        int[] values = new int[50 * 16];
        Arrays.setAll(values, i -> i % 50 < 25 ? -100 : 300);

        float[] line = TextReader.scaled(new Plane(50, 16, values));

        assertThat(line).hasSize(32 * 100);
        assertThat(line).startsWith(0, 0, 0).endsWith(1, 1, 1);
        assertThat(line[49]).isEqualTo(0.25f);
        assertThat(line[31 * 100 + 50]).isEqualTo(0.75f);
    }

    @Test
    void aNarrowLineIsAtLeast32ColumnsWideAndAFlatOneDark() {
        assertThat(TextReader.scaled(new Plane(3, 9, new int[27])))
                .hasSize(32 * 32)
                .containsOnly(0);
    }

    /** A quarter of the height on each side, beyond the edge the nearest pixels. */
    @Test
    void aLineIsCutOutWithAMargin() {
        int[] values = new int[20 * 10];
        Arrays.setAll(values, i -> i);

        Plane cut = TextReader.cut(new Plane(20, 10, values), new Box(0, 2, 10, 4));

        assertThat(cut.width()).isEqualTo(12);
        assertThat(cut.height()).isEqualTo(6);
        assertThat(Arrays.copyOf(cut.values(), 4)).containsExactly(20, 20, 21, 22);
    }

    @Test
    void linesAreTurned() {
        Plane plane = new Plane(2, 3, new int[] {1, 2, 3, 4, 5, 6});

        assertThat(plane.mirrored().values()).containsExactly(2, 1, 4, 3, 6, 5);
        assertThat(plane.turnedRight().values()).containsExactly(5, 3, 1, 6, 4, 2);
        assertThat(plane.turnedLeft().values()).containsExactly(2, 4, 6, 1, 3, 5);
    }
}
