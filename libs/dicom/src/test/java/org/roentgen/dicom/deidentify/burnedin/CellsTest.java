package org.roentgen.dicom.deidentify.burnedin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CellsTest {
    private static final int SIDE = 4;

    /** Of a picture: 9 for 0.9, a space for nothing. */
    private static List<Line> lines(String... rows) {
        int columns = rows[0].length();
        float[] text = new float[columns * rows.length];
        for (int i = 0; i < text.length; i++) {
            char value = rows[i / columns].charAt(i % columns);
            text[i] = value == ' ' ? 0 : (value - '0') / 10f;
        }
        return new Cells(SIDE, columns, rows.length, text).lines();
    }

    @Test
    void aLineIsAsProbableAsItsCellsOnAverage() {
        Line line = lines(
                        "          ", //
                        " 39953  2 ",
                        " 3883     ",
                        "        2 ")
                .getFirst();

        assertThat(line.parts()).containsExactly(new Box(4, 4, 20, 8));
        assertThat(line.margin()).isEqualTo(3);
        assertThat(line.cell()).isEqualTo(SIDE);
        assertThat(line.likelihood()).isEqualTo(5.1 / 9, offset(1e-6));
    }

    @Test
    void whatIsHardlyProbableIsToldAndWhatIsLessIsNot() {
        assertThat(lines("4444", "4344", "    ", "3433")).extracting(Line::box).containsExactly(new Box(0, 0, 16, 8));
    }

    @Test
    void cellsThatTouchAtCornersAreOneLine() {
        assertThat(lines("99  ", "  99")).hasSize(1);
        assertThat(lines("99  ", "    ", "  99")).hasSize(2);
    }

    @Test
    void aLineAtASlantIsCoveredInParts() {
        Line line = lines(
                        "99      ", //
                        " 999    ",
                        "   999  ",
                        "     999")
                .getFirst();

        assertThat(line.parts())
                .containsExactly(new Box(0, 0, 8, 8), new Box(8, 4, 8, 8), new Box(16, 8, 8, 8), new Box(24, 12, 8, 4));
        assertThat(line.box()).isEqualTo(new Box(0, 0, 32, 16));
    }

    @Test
    void aLineThatFallsIsCoveredByRows() {
        Line line = lines("9   ", "9   ", "99  ", " 9  ", " 9  ", " 99 ", "  9 ", "  99")
                .getFirst();

        assertThat(line.parts())
                .containsExactly(new Box(0, 0, 4, 8), new Box(0, 8, 8, 8), new Box(4, 16, 8, 8), new Box(8, 24, 8, 8));
    }

    @Test
    void theMarginGrowsWithTheCells() {
        int[] margins = IntStream.of(4, 8, 16)
                .map(side -> new Cells(side, 1, 1, new float[] {1})
                        .lines()
                        .getFirst()
                        .margin())
                .toArray();

        assertThat(margins).containsExactly(3, 6, 12);
    }
}
