package org.roentgen.dicom.deidentify.burnedin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.ReadOptions;
import org.roentgen.dicom.SharedData;
import org.roentgen.dicom.pixel.PixelReader;

/** Recall of drawn identifiers, and what is taken for text where there is none. Seeded; more with roentgen.text.lines. */
class TextDetectorTest {
    private static final int LINES = Integer.getInteger("roentgen.text.lines", 60);
    private static final double LEAST_RECALL = 0.95;
    private static final double MOST_FALSE = 0.02;
    private static final int SIZE = 256;
    private static final List<String> TEXTS = List.of(
            "DOE^JOHN",
            "Smith, Mary A.",
            "MRN 4711882",
            "DOB: 17.08.1943",
            "Quackenbush Zebediah",
            "ACC882031",
            "1943-08-17",
            "Müller Jérôme",
            "ST WALBURGA HOSPITAL");

    @BeforeAll
    static void fontsAreThere() {
        assumeTrue(
                GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames().length > 0,
                "skipped: this machine has no fonts");
    }

    /** Tissue: a smooth bright disc with noise on a dark ground. */
    private static int[] tissue(Random random, int most) {
        int[] values = new int[SIZE * SIZE];
        for (int i = 0; i < values.length; i++) {
            double radius = Math.hypot(i % SIZE - SIZE / 2.0, i / SIZE - SIZE / 2.0) / (SIZE / 2.0);
            double signal = radius < 0.9 ? 0.55 + 0.1 * Math.sin(i % SIZE / 9.0) : 0.05;
            values[i] = (int) Math.clamp((signal + 0.03 * random.nextGaussian()) * most, 0, most);
        }
        return values;
    }

    @ParameterizedTest
    @ValueSource(ints = {255, 4095})
    void findsWhatIsDrawn(int most) {
        Random random = new Random(11);
        int found = 0;
        List<String> missed = new ArrayList<>();
        for (int i = 0; i < LINES; i++) {
            Font font = new Font(
                    List.of(Font.SANS_SERIF, Font.SERIF, Font.MONOSPACED).get(i % 3),
                    i % 4 == 0 ? Font.BOLD : Font.PLAIN,
                    10 + random.nextInt(20));
            Annotation annotation = new Annotation(TEXTS.get(random.nextInt(TEXTS.size())), font, random.nextBoolean());
            if (annotation.width() > SIZE - 8) {
                annotation = new Annotation("DOE^JANE", font.deriveFont(14f), true);
            }
            int left = 4 + random.nextInt(SIZE - 7 - annotation.width());
            int baseline = annotation.ascent() + random.nextInt(SIZE - annotation.ascent() - annotation.descent());
            byte[] coverage = annotation.coverage(SIZE, SIZE, left, baseline);
            int[] values = tissue(random, most);
            boolean isDark = random.nextInt(4) == 0;
            if (isDark) {
                box(values, left - 3, baseline - annotation.ascent(), annotation, most);
            }
            Annotation.blend(values, coverage, isDark ? 0 : most);
            if (covered(TextDetector.find(new Plane(SIZE, SIZE, values)), coverage) >= 0.9) {
                found++;
            } else {
                missed.add(annotation + " dark " + isDark);
            }
        }
        System.out.printf("burned-in text, %d grey levels: %d of %d lines found%n", most + 1, found, LINES);

        assertThat(found).as(() -> "missed " + missed).isGreaterThanOrEqualTo((int) (LEAST_RECALL * LINES));
    }

    private static void box(int[] values, int left, int top, Annotation annotation, int value) {
        Box box = new Box(left, top, annotation.width() + 6, annotation.ascent() + annotation.descent())
                .within(SIZE, SIZE);
        for (int y = box.y(); y < box.bottom(); y++) {
            for (int x = box.x(); x < box.right(); x++) {
                values[y * SIZE + x] = value;
            }
        }
    }

    private static double covered(List<Box> boxes, byte[] coverage) {
        int ink = 0;
        int hit = 0;
        for (int i = 0; i < coverage.length; i++) {
            if ((coverage[i] & 0xFF) > 127) {
                int x = i % SIZE;
                int y = i / SIZE;
                ink++;
                hit += boxes.stream().anyMatch(box -> box.contains(x, y)) ? 1 : 0;
            }
        }
        return hit / (double) ink;
    }

    @ParameterizedTest
    @ValueSource(strings = {"L", "R", "A", "P", "H", "F", "LT", "RT", "PA"})
    void leavesMarksOfSideAndOrientation(String mark) {
        for (int size : new int[] {12, 24, 40}) {
            int[] values = tissue(new Random(size), 4095);
            Annotation annotation = new Annotation(mark, new Font(Font.SANS_SERIF, Font.BOLD, size), true);
            Annotation.blend(values, annotation.coverage(SIZE, SIZE, 20, 60), 4095);

            assertThat(TextDetector.find(new Plane(SIZE, SIZE, values)))
                    .as("size %d", size)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"LEE, 16", "LEE, 45", "Li Wei, 18", "ERIC T, 40", "1957-04-12, 38"})
    void findsFewAndLargeLettersOfOneValue(String text, int size) {
        int[] values = tissue(new Random(size), 4095);
        byte[] coverage =
                new Annotation(text, new Font(Font.SANS_SERIF, Font.PLAIN, size), false).coverage(SIZE, SIZE, 8, 60);
        Annotation.blend(values, coverage, 4095);

        assertThat(covered(TextDetector.find(new Plane(SIZE, SIZE, values)), coverage))
                .isGreaterThanOrEqualTo(0.95);
    }

    /** What was blanked is as dark as drawn letters are. */
    @Test
    void takesNothingThatWasBlankedForText() {
        int[] values = tissue(new Random(4), 4095);
        BitSet blanked = new BitSet();
        for (int letter = 0; letter < 6; letter++) {
            for (int y = 100; y < 116; y++) {
                int left = y * SIZE + 80 + 14 * letter;
                blanked.set(left, left + (y % 8 < 3 ? 10 : 3));
            }
        }
        blanked.stream().forEach(pixel -> values[pixel] = 0);
        Plane plane = new Plane(SIZE, SIZE, values);

        assertThat(TextDetector.find(plane)).isNotEmpty();
        assertThat(TextDetector.find(plane, blanked)).isEmpty();
    }

    @Test
    void findsTextAlongAColumn() {
        int[] values = tissue(new Random(3), 4095);
        byte[] coverage = new Annotation("DOE^JOHN", new Font(Font.SANS_SERIF, Font.PLAIN, 16), true)
                .coverage(SIZE, SIZE, 30, 80);
        Annotation.blend(values, coverage, 4095);

        assertThat(TextDetector.find(new Plane(SIZE, SIZE, values).transposed()))
                .isNotEmpty();
    }

    @Test
    void takesNoSpotsOfASmallImageForText() throws IOException {
        Path file = SharedData.files("dicom-conformance/multiframe").stream()
                .filter(path -> path.endsWith("emri_small.dcm"))
                .findFirst()
                .orElseThrow();
        PixelReader pixels = PixelReader.of(DicomFile.read(file, ReadOptions.LENIENT));
        for (int frame = 0; frame < pixels.frames(); frame++) {
            assertThat(TextDetector.find(Planes.of(pixels, frame).getFirst()))
                    .as("frame %d", frame)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mr-brain", "ct-lung"})
    void takesLittleForTextWhereThereIsNone(String folder) throws IOException {
        List<Path> files = SharedData.files(folder).stream()
                .filter(path -> path.toString().endsWith(".dcm"))
                .toList();
        assertThat(files).isNotEmpty();
        int images = 0;
        int touched = 0;
        for (int i = 0; i < files.size(); i += Math.max(1, files.size() / 10)) {
            PixelReader pixels = PixelReader.of(DicomFile.read(files.get(i), ReadOptions.LENIENT));
            Plane plane = Planes.of(pixels, 0).getFirst();
            long area = TextDetector.find(plane).stream()
                    .mapToLong(box -> (long) box.width() * box.height())
                    .sum();
            images++;
            touched += area > MOST_FALSE * plane.width() * plane.height() ? 1 : 0;
        }

        assertThat(touched).as("of %d images of %s", images, folder).isLessThanOrEqualTo(images / 10);
    }
}
