package org.roentgen.dicom.deidentify.burnedin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Tag;

/** What stays of what is read, with letters drawn as blocks whose brightness a network knows. */
class MarkRulesTest {
    private static final String SIGNS = "-ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 ?";
    private static final int SIZE = 600;
    private static final int HEIGHT = 20;
    private static final int LETTER = 18;
    private static final int GAP = 8;
    private static final int SPACE = 16;
    private static final int UNIT = 20;
    private static final int LEFT = 100;
    private static final int TOP = 100;

    private final int[] values = new int[SIZE * SIZE];
    private double likelihood = 0.9;

    /** Draws a text; returns its rectangle. */
    private Box draw(String text, int left, int top) {
        int x = left;
        for (char sign : text.toCharArray()) {
            if (sign == ' ') {
                x += SPACE;
                continue;
            }
            for (int i = 0; i < LETTER * HEIGHT; i++) {
                boolean isTop = i / LETTER < 2;
                values[(top + i / LETTER) * SIZE + x + i % LETTER] =
                        UNIT * (isTop ? SIGNS.length() : SIGNS.indexOf(sign));
            }
            x += LETTER + GAP;
        }
        return new Box(left, top, x - GAP - left, HEIGHT);
    }

    /** Knows a letter by its brightness below the bar on its top where that is the same in a few columns, and a space by its width. */
    private float[] read(float[] line, long... shape) {
        int width = (int) shape[3];
        float[] letters = new float[width / 4 * SIGNS.length()];
        int dark = 0;
        for (int step = 0; step < width / 4; step++) {
            float value = line[16 * width + 4 * step + 2];
            boolean isInside = Math.abs(value - line[16 * width + 4 * step]) < 1e-3
                    && Math.abs(value - line[16 * width + 4 * step + 3]) < 1e-3;
            int sign = isInside ? Math.min(Math.round(value * SIGNS.length()), SIGNS.length() - 1) : 0;
            dark = sign == 0 ? dark + 1 : 0;
            letters[step * SIGNS.length() + (dark == 5 ? SIGNS.indexOf(' ') : sign)] = (float) likelihood;
        }
        return letters;
    }

    private List<Box> going(DataSet dataSet, double found, Box... boxes) {
        List<Line> lines = Arrays.stream(boxes)
                .map(box -> new Line(List.of(box.grown(2, 2)), 3, 4, found))
                .toList();
        return new MarkReader(new TextReader(this::read), dataSet)
                .identifying(new Plane(SIZE, SIZE, values), lines, TextFinder.HIGH);
    }

    private List<Box> going(Box... boxes) {
        return going(DataSet.EMPTY, 0.9, boxes);
    }

    @ParameterizedTest
    @CsvSource({
        "LEFT,          true",
        "AP PORTABLE,   true",
        "R LAT ERECT,   true",
        "TFEL,          true",
        "THGIR,         true",
        "R,             true",
        "RX,            true",
        "7,             true",
        "LEFTY,         false",
        "ENORP,         false",
        "LEFT DOE,      false",
        "R LEFT AP LAT ERECT, false",
        "RX7,           false",
        "4711,          false"
    })
    void marksAndPairsStay(String text, boolean stays) {
        assertThat(going(draw(text, LEFT, TOP)).isEmpty()).isEqualTo(stays);
    }

    @Test
    void whatGoesHasItsMargin() {
        assertThat(going(draw("DOE", LEFT, TOP))).containsExactly(new Box(92, 95, 86, 30));
    }

    @Test
    void whatIsNotReadSurelyGoes() {
        likelihood = 0.45;

        assertThat(going(draw("LEFT", LEFT, TOP))).isNotEmpty();
        assertThat(going(draw("LT", LEFT, TOP + 50))).isNotEmpty();
        assertThat(going(draw("L", LEFT, TOP + 100))).isEmpty();
    }

    @Test
    void aPartOfAWordIsNoMark() {
        Box porter = draw("PORTER", LEFT, TOP);

        assertThat(going(new Box(LEFT, TOP, 4 * (LETTER + GAP) - GAP, HEIGHT))).isNotEmpty();
        assertThat(going(porter)).isNotEmpty();
    }

    @Test
    void aLetterThatTheFinderCutIsRead() {
        Box mark = draw("ERECT", LEFT, TOP);

        assertThat(going(new Box(LEFT + 4, TOP, mark.width() - 8, HEIGHT))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aMarkAtTheEndOfALineStaysAndTheRestGoes(boolean isFirst) {
        Box left = draw(isFirst ? "LEFT" : "DOE JOHN", LEFT, TOP);
        Box right = draw(isFirst ? "DOE JOHN" : "LEFT", left.right() + 2 * HEIGHT, TOP);
        Box mark = isFirst ? left : right;
        Box name = isFirst ? right : left;

        DataSet doe = DataSet.builder().put(Tag.PatientName, "Doe^John").build();
        for (DataSet patient : List.of(DataSet.EMPTY, doe)) {
            assertThat(going(patient, 0.9, left.around(right)))
                    .noneMatch(box -> box.overlaps(mark))
                    .anyMatch(box -> box.contains(name));
        }
    }

    @Test
    void pairsBesideANameGo() {
        Box pair = draw("LI", LEFT, TOP);
        Box name = draw("WEI", pair.right() + 2 * HEIGHT, TOP);

        assertThat(going(pair.around(name))).anyMatch(box -> box.contains(pair.around(name)));
        assertThat(going(pair, pair.around(name))).anyMatch(box -> box.contains(pair.around(name)));
    }

    @Test
    void ofLinesThatOverlapTheMarkIsLeftOut() {
        Box name = draw("DOE", LEFT, TOP);
        Box mark = draw("LEFT", LEFT, TOP + 30);

        List<Box> going = going(mark, name.around(mark));

        assertThat(going).noneMatch(box -> box.overlaps(mark)).anyMatch(box -> box.contains(name));
        assertThat(going(mark, mark.grown(6, 6))).isEmpty();
    }

    /** Where the brightness of one line hides that there is another. */
    @Test
    void aMarkDoesNotKeepWhatIsPalerBesideIt() {
        Box mark = draw("LEFT", LEFT, TOP);
        Box name = draw("DOE", LEFT, TOP + 30);
        for (int y = name.y(); y < name.bottom(); y++) {
            for (int x = name.x(); x < name.right(); x++) {
                values[y * SIZE + x] /= 20;
            }
        }

        assertThat(going(mark.around(name)))
                .noneMatch(box -> box.overlaps(mark))
                .anyMatch(box -> box.contains(name));
    }

    @Test
    void linesBesideEachOtherAreReadOneByOne() {
        Box block = draw("LEFT", LEFT, TOP).around(draw("ERECT", LEFT, TOP + 30));

        assertThat(going(block)).isEmpty();
    }

    @Test
    void whatRunsAlongAColumnIsReadFromBothSides() {
        draw("LEFT", LEFT, TOP);
        draw("DOE", LEFT, TOP + 50);
        Plane plane = new Plane(SIZE, SIZE, values);
        MarkReader marks = new MarkReader(new TextReader(this::read), DataSet.EMPTY);
        Line left = new Line(List.of(new Box(TOP, LEFT, HEIGHT, 96)), 3, 4, 1);
        Line doe = new Line(List.of(new Box(TOP + 50, LEFT, HEIGHT, 70)), 3, 4, 1);

        assertThat(marks.identifying(plane.transposed(), List.of(left), TextFinder.HIGH))
                .isEmpty();
        assertThat(marks.identifying(plane.transposed(), List.of(doe), TextFinder.HIGH))
                .hasSize(1);
    }

    @Test
    void whatIsThePatientsGoesEvenIfItIsHardlyFound() {
        DataSet patient = DataSet.builder()
                .put(Tag.PatientName, "Wright^Lefty Port")
                .put(Tag.PatientID, "RX7")
                .build();

        assertThat(going(patient, 0.9, draw("PORT", LEFT, TOP))).hasSize(1);
        assertThat(going(patient, 0.36, draw("WR?GHT", LEFT, TOP + 30))).hasSize(1);
        assertThat(going(patient, 0.36, draw("RX7", LEFT, TOP + 60))).hasSize(1);
        assertThat(going(patient, 0.9, draw("LP", LEFT, TOP + 90))).hasSize(1);
        assertThat(going(patient, 0.36, draw("LATERAL", LEFT, TOP + 120))).isEmpty();
    }

    @Test
    void whatIsHardlyFoundGoesIfItIsRead() {
        Box word = draw("DOE", LEFT, TOP);

        assertThat(going(DataSet.EMPTY, 0.36, word)).hasSize(1);
        likelihood = 0.39;
        assertThat(going(DataSet.EMPTY, 0.36, word)).isEmpty();
        assertThat(going(DataSet.EMPTY, 0.6, word)).hasSize(1);
    }

    @Test
    void partsOfALineAtASlantGoTogether() {
        Line line = new Line(List.of(draw("LEFT", LEFT, TOP), draw("LEFT", LEFT + 90, TOP + 30)), 3, 4, 1);

        assertThat(new MarkReader(new TextReader(this::read), DataSet.EMPTY)
                        .identifying(new Plane(SIZE, SIZE, values), List.of(line), TextFinder.HIGH))
                .isEqualTo(line.withMargin());
    }
}
