package org.roentgen.dicom.deidentify.burnedin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Tag;

/** Which lines stay among those that the detector finds. */
class SideMarksTest {
    private static final int COLUMNS = 256;
    private static final int ROWS = 56;
    private static final SideMarks MARKS = new SideMarks(DataSet.EMPTY);
    private static final List<String> KEPT = List.of(
            "LEFT", "RIGHT", "LAT", "SUPINE", "ERECT", "PORTABLE", "MLO", "LCC", "PRONE", "LEFT LAT", "AP PORTABLE");
    private static final List<String> BLANKED = List.of(
            "LEE",
            "LEFTY",
            "LATA",
            "WRIGHT",
            "PORTER",
            "DOE",
            "ERICT",
            "SUPRINE",
            "LAM",
            "LEFT DOE",
            "4711",
            "R147",
            "INGRID",
            "PROBE",
            "EXTON",
            "HEAL",
            "FOOD",
            "MLADEN",
            "RITA",
            "OTT",
            "17.08.43",
            "KIM",
            "POST1");

    @BeforeAll
    static void fontsAreThere() {
        assumeTrue(
                GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames().length > 0,
                "skipped: this machine has no fonts");
    }

    private static List<String> drawings(List<String> texts, boolean staying, SideMarks marks) {
        List<String> wrong = new ArrayList<>();
        Random random = new Random(5);
        for (String text : texts) {
            for (String family : List.of(Font.SANS_SERIF, Font.SERIF, Font.MONOSPACED)) {
                for (int size : new int[] {16, 22, 30, -24}) {
                    Font font = new Font(family, size < 0 ? Font.ITALIC : Font.PLAIN, Math.abs(size));
                    Annotation annotation = new Annotation(text, font, size != 22);
                    int[] values = new int[COLUMNS * ROWS];
                    for (int i = 0; i < values.length; i++) {
                        values[i] = 900 + (int) (100 * random.nextGaussian());
                    }
                    byte[] coverage = annotation.coverage(COLUMNS, ROWS, 20, 40);
                    Annotation.blend(values, coverage, 4095);
                    Plane plane = new Plane(COLUMNS, ROWS, values);
                    List<Box> found = TextDetector.find(plane);
                    int expected = staying ? 0 : covered(found, coverage);
                    if (covered(marks.without(plane, found), coverage) != expected) {
                        wrong.add(text + " " + family + " " + size);
                    }
                }
            }
        }
        return wrong;
    }

    /** Drawn pixels that lie in a box. */
    private static int covered(List<Box> boxes, byte[] coverage) {
        return (int) IntStream.range(0, coverage.length)
                .filter(i -> (coverage[i] & 0xFF) > 127)
                .filter(i -> boxes.stream().anyMatch(box -> box.contains(i % COLUMNS, i / COLUMNS)))
                .count();
    }

    @Test
    void keepsMarks() {
        List<String> lost = drawings(KEPT, true, MARKS);

        System.out.printf("marks of three letters and more: %d of %d lost: %s%n", lost.size(), 12 * KEPT.size(), lost);
        assertThat(lost.size()).isLessThanOrEqualTo(12 * KEPT.size() / 8);
    }

    @Test
    void keepsNothingThatIsNoMark() {
        assertThat(drawings(BLANKED, false, MARKS)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Port^Anna", "Anna PORT", "LEE^Port"})
    void keepsNoPartOfTheName(String name) {
        SideMarks marks =
                new SideMarks(DataSet.builder().put(Tag.PatientName, name).build());

        assertThat(drawings(List.of("PORT"), false, marks)).isEmpty();
    }
}
