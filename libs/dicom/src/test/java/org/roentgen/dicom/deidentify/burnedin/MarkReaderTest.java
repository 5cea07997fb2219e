package org.roentgen.dicom.deidentify.burnedin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Tag;

/** Which lines stay among those that are found. */
class MarkReaderTest {
    private static final int COLUMNS = 256;
    private static final int ROWS = 56;
    private static final MarkReader MARKS = new MarkReader(TextReader.INSTANCE, DataSet.EMPTY);
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

    private static List<String> drawings(List<String> texts, boolean staying, MarkReader marks) {
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
                    List<Line> lines = TextFinder.INSTANCE.find(plane);
                    double blanked = covered(marks.identifying(plane, lines, TextFinder.HIGH), coverage);
                    if (staying ? blanked > 0 : blanked < 0.95) {
                        wrong.add(text + " " + family + " " + size);
                    }
                }
            }
        }
        return wrong;
    }

    /** Part of the drawn pixels that lie in a box. */
    private static double covered(List<Box> boxes, byte[] coverage) {
        return IntStream.range(0, coverage.length)
                .filter(i -> (coverage[i] & 0xFF) > 127)
                .mapToDouble(i -> boxes.stream().anyMatch(box -> box.contains(i % COLUMNS, i / COLUMNS)) ? 1 : 0)
                .average()
                .orElse(0);
    }

    @Test
    void keepsMarks() {
        List<String> lost = drawings(KEPT, true, MARKS);

        System.out.printf("marks of three letters and more: %d of %d lost: %s%n", lost.size(), 12 * KEPT.size(), lost);
        assertThat(lost.size()).isLessThanOrEqualTo(12 * KEPT.size() / 8);
    }

    @Test
    void keepsNothingThatIsNoMark() {
        List<String> kept = drawings(BLANKED, false, MARKS);

        System.out.printf("lines that are no marks: %d of %d left: %s%n", kept.size(), 12 * BLANKED.size(), kept);
        assertThat(kept.size()).isLessThanOrEqualTo(12 * BLANKED.size() / 100);
    }

    @ParameterizedTest
    @ValueSource(strings = {Font.SANS_SERIF, Font.SERIF, Font.MONOSPACED})
    void blanksTheNameBesideAMark(String family) {
        for (int size : new int[] {16, 22, 30}) {
            Font font = new Font(family, Font.PLAIN, size);
            byte[] line = new Annotation("LEFT DOE", font, true).coverage(COLUMNS, ROWS, 20, 40);
            byte[] name = line.clone();
            byte[] mark = new Annotation("LEFT", font, true).coverage(COLUMNS, ROWS, 20, 40);
            for (int i = 0; i < mark.length; i++) {
                name[i] = mark[i] == 0 ? name[i] : 0;
            }
            int[] values = new int[COLUMNS * ROWS];
            Arrays.fill(values, 900);
            Annotation.blend(values, line, 4095);
            Plane plane = new Plane(COLUMNS, ROWS, values);

            List<Box> going = MARKS.identifying(plane, TextFinder.INSTANCE.find(plane), TextFinder.HIGH);

            assertThat(covered(going, name)).as("size %d", size).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Port^Anna", "Anna PORT", "LEE^Port"})
    void keepsNoPartOfTheName(String name) {
        MarkReader marks = new MarkReader(
                TextReader.INSTANCE,
                DataSet.builder().put(Tag.PatientName, name).build());

        assertThat(drawings(List.of("PORT"), false, marks)).isEmpty();
    }
}
