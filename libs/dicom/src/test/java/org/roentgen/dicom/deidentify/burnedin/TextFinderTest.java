package org.roentgen.dicom.deidentify.burnedin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.ReadOptions;
import org.roentgen.dicom.SharedData;
import org.roentgen.dicom.pixel.PixelReader;

/** Recall of drawn identifiers, and what is taken for text where there is none. Seeded; more with roentgen.text.lines. */
class TextFinderTest {
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

    /** What is blanked of an image of nobody. */
    private static List<Box> find(int[] values) {
        return find(new Plane(SIZE, SIZE, values));
    }

    private static List<Box> find(Plane plane) {
        return new MarkReader(TextReader.INSTANCE, DataSet.EMPTY)
                .identifying(plane, TextFinder.INSTANCE.find(plane), TextFinder.HIGH);
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
            if (covered(find(values), coverage) >= 0.9) {
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
        return IntStream.range(0, coverage.length)
                .filter(i -> (coverage[i] & 0xFF) > 127)
                .mapToDouble(i -> isIn(boxes, i) ? 1 : 0)
                .average()
                .orElse(0);
    }

    private static boolean isIn(List<Box> boxes, int pixel) {
        return boxes.stream().anyMatch(box -> box.contains(pixel % SIZE, pixel / SIZE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"L", "R", "A", "P", "H", "F", "LT", "RT", "PA"})
    void leavesMarksOfSideAndOrientation(String mark) {
        List<String> lost = new ArrayList<>();
        for (String family : List.of(Font.SANS_SERIF, Font.SERIF, Font.MONOSPACED)) {
            for (int size : new int[] {12, 24, 40}) {
                int[] values = tissue(new Random(size), 4095);
                Annotation annotation = new Annotation(mark, new Font(family, Font.BOLD, size), true);
                Annotation.blend(values, annotation.coverage(SIZE, SIZE, 20, 60), 4095);
                if (!find(values).isEmpty()) {
                    lost.add(family + " " + size);
                }
            }
        }

        assertThat(lost).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void takesNothingThatWasBlankedForText() {
        int[] values = tissue(new Random(4), 4095);
        BitSet blanked = new BitSet();
        for (int word = 0; word < 4; word++) {
            for (int y = 100; y < 124; y++) {
                blanked.set(y * SIZE + 30 + 50 * word, y * SIZE + 70 + 50 * word);
            }
        }

        assertThat(find(new Plane(SIZE, SIZE, values).without(blanked))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {-90, -15, -8, 8, 15, 90, 180})
    void findsTextInAnyDirection(int degrees) {
        Font turned = new Font(Font.SANS_SERIF, Font.PLAIN, 18)
                .deriveFont(AffineTransform.getRotateInstance(Math.toRadians(degrees)));
        boolean isBackwards = Math.abs(degrees) > 90;
        byte[] coverage = new Annotation("DOE^JOHN 4711", turned, true)
                .coverage(SIZE, SIZE, isBackwards ? 200 : 60, degrees < 0 ? 200 : 60);
        int[] values = tissue(new Random(3), 4095);
        Annotation.blend(values, coverage, 4095);

        List<Box> boxes = find(values);

        assertThat(covered(boxes, coverage)).isGreaterThanOrEqualTo(0.95);
        assertThat(IntStream.range(0, values.length).filter(i -> isIn(boxes, i)).count())
                .as("a line at a slant is not blanked with all that is around it")
                .isLessThan(SIZE * SIZE / 5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ramp", "bars", "rings", "checks", "noise", "black"})
    void takesPatternsForNoText(String pattern) {
        Random random = new Random(8);
        int[] values = new int[SIZE * SIZE];
        for (int i = 0; i < values.length; i++) {
            int x = i % SIZE;
            int y = i / SIZE;
            values[i] = switch (pattern) {
                case "ramp" -> x + y;
                case "bars" -> x / (4 + y / 64) % 2 * 200;
                case "rings" -> (int) (200 * Math.sin(Math.hypot(x - 128, y - 128) / 4));
                case "checks" -> (x / 8 + y / 8) % 2 * 200;
                case "noise" -> random.nextInt(4096);
                default -> 0;
            };
        }

        assertThat(find(values)).isEmpty();
    }

    @Test
    void takesNoSpotsOfASmallImageForText() throws IOException {
        Path file = SharedData.files("dicom-conformance/multiframe").stream()
                .filter(path -> path.endsWith("emri_small.dcm"))
                .findFirst()
                .orElseThrow();
        PixelReader pixels = PixelReader.of(DicomFile.read(file, ReadOptions.LENIENT));
        for (int frame = 0; frame < pixels.frames(); frame++) {
            assertThat(find(Planes.of(pixels, frame).getFirst()))
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
            long area = find(plane).stream()
                    .mapToLong(box -> (long) box.width() * box.height())
                    .sum();
            images++;
            touched += area > MOST_FALSE * plane.width() * plane.height() ? 1 : 0;
        }

        assertThat(touched).as("of %d images of %s", images, folder).isLessThanOrEqualTo(images / 10);
    }
}
