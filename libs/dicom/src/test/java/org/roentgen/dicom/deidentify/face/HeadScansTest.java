package org.roentgen.dicom.deidentify.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.TransferSyntax;
import org.roentgen.dicom.deidentify.RefusedException;
import org.roentgen.dicom.deidentify.face.HeadPhantom.Part;
import org.roentgen.dicom.deidentify.face.HeadPhantom.Support;
import org.roentgen.dicom.geometry.PlaneGeometry;
import org.roentgen.dicom.geometry.Vector3;
import org.roentgen.dicom.pixel.PixelReader;
import org.roentgen.dicom.pixel.Transcoder;

/** A phantom of a head in CT and MR, in the ways that heads are scanned. */
class HeadScansTest {
    private static final Vector3 LEFT = new Vector3(1, 0, 0);
    private static final Vector3 RIGHT = new Vector3(-1, 0, 0);
    private static final Vector3 BACK = new Vector3(0, 1, 0);
    private static final Vector3 FRONT = new Vector3(0, -1, 0);
    private static final Vector3 DOWN = new Vector3(0, 0, -1);
    private static final int SLICES = 64;

    private record Scan(String name, PhantomScan images) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static PhantomScan ct(Support support, Vector3 row, Vector3 column, Vector3 step, int count) {
        return PhantomScan.computedTomography(new HeadPhantom(support), PhantomScan.planes(row, column, step, count));
    }

    private static PhantomScan stored(int intercept, boolean isSigned, int padding) {
        return new PhantomScan(new HeadPhantom(Support.BELOW), PhantomScan.axial(), true, intercept, isSigned, padding);
    }

    private static Vector3 tilted(double degrees) {
        return new Vector3(0, Math.cos(Math.toRadians(degrees)), -Math.sin(Math.toRadians(degrees)));
    }

    private static Vector3 up(double mm) {
        return new Vector3(0, 0, mm);
    }

    static Stream<Scan> scans() {
        HeadPhantom bare = new HeadPhantom(Support.NONE);
        return Stream.of(
                new Scan("CT, nothing but the head", PhantomScan.computedTomography(bare, PhantomScan.axial())),
                new Scan("CT, head first, on the back", ct(Support.BELOW, LEFT, BACK, up(4), SLICES)),
                new Scan("CT, head first, on the face", ct(Support.PRONE, RIGHT, FRONT, up(4), SLICES)),
                new Scan("CT, feet first, on the back", ct(Support.BELOW, RIGHT, BACK, up(-4), SLICES)),
                new Scan("CT, feet first, on the face", ct(Support.PRONE, LEFT, FRONT, up(-4), SLICES)),
                new Scan("CT, gantry tilted to the back", ct(Support.BELOW, LEFT, tilted(15), up(4), SLICES)),
                new Scan("CT, gantry tilted to the front", ct(Support.BELOW, LEFT, tilted(-20), up(4), SLICES)),
                new Scan("CT, thick slices", ct(Support.BELOW, LEFT, BACK, up(5), 51)),
                new Scan("CT, from the side", ct(Support.BELOW, BACK, DOWN, LEFT.times(4), 52)),
                new Scan("CT, from the front", ct(Support.BELOW, LEFT, DOWN, BACK.times(4), 68)),
                new Scan("CT, signed, no intercept, padding", stored(0, true, -2000)),
                new Scan("CT, signed, intercept, padding", stored(-1024, true, -2000)),
                new Scan("MR, axial", PhantomScan.magneticResonance(bare, PhantomScan.axial())),
                new Scan(
                        "MR, oblique",
                        PhantomScan.magneticResonance(
                                bare,
                                PhantomScan.planes(
                                        LEFT, tilted(12), LEFT.cross(tilted(12)).times(4), SLICES))),
                new Scan(
                        "MR, from the side",
                        PhantomScan.magneticResonance(bare, PhantomScan.planes(BACK, DOWN, LEFT.times(4), 52))));
    }

    @ParameterizedTest
    @MethodSource("scans")
    void theFaceGoesAndTheBrainStays(Scan scan) throws IOException {
        List<DicomFile> files = scan.images().singleFrames();
        FaceMasks masks = looked(files);

        Tally tally = new Tally(scan.images());
        for (int plane = 0; plane < files.size(); plane++) {
            DicomFile faceless = masks.remove(files.get(plane)).file();
            tally.add(plane, PixelReader.of(files.get(plane)), PixelReader.of(faceless), 0);
        }
        tally.check();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1.2.840.10008.1.2.1", "1.2.840.10008.1.2", "1.2.840.10008.1.2.5", "1.2.840.10008.1.2.4.80"})
    void allFramesOfAnInstanceLoseTheirPartOfTheFace(String syntax) throws IOException {
        PhantomScan scan = ct(Support.BELOW, LEFT, BACK, up(5), 51);

        checkFrames(scan, Transcoder.transcode(scan.multiFrame(), TransferSyntax.of(syntax)));
    }

    @Test
    void framesAtOnePositionLoseTheSame() throws IOException {
        List<PlaneGeometry> once = PhantomScan.planes(LEFT, BACK, up(5), 51);
        List<PlaneGeometry> thrice = new ArrayList<>();
        once.forEach(plane -> thrice.addAll(List.of(plane, plane, plane)));
        PhantomScan scan = PhantomScan.magneticResonance(new HeadPhantom(Support.NONE), thrice);

        checkFrames(scan, scan.multiFrame());
        List<DicomFile> files = scan.singleFrames();
        FaceMasks masks = looked(files);
        assertThat(files)
                .allSatisfy(file -> assertThat(masks.remove(file).file()).isNotSameAs(file));
    }

    @Test
    void stacksOfOtherDirectionsAreLookedAtEachByItself() throws IOException {
        List<PlaneGeometry> planes = new ArrayList<>(PhantomScan.planes(LEFT, BACK, up(5), 51));
        planes.addAll(PhantomScan.planes(BACK, DOWN, LEFT.times(5), 42));
        PhantomScan scan = PhantomScan.magneticResonance(new HeadPhantom(Support.NONE), planes);

        checkFrames(scan, scan.multiFrame());
    }

    @Test
    void aFewFramesAcrossTakeTheFaceOfTheOthersInTheirSeries() throws IOException {
        List<PlaneGeometry> planes = new ArrayList<>(PhantomScan.planes(LEFT, BACK, up(5), 51));
        planes.addAll(PhantomScan.planes(BACK, DOWN, LEFT.times(5), 3));
        PhantomScan scan = PhantomScan.magneticResonance(new HeadPhantom(Support.NONE), planes);
        List<DicomFile> files = scan.singleFrames();
        FaceMasks masks = looked(files);

        assertThat(masks.remove(files.getFirst()).isTouched()).isTrue();
        assertThat(masks.remove(files.getLast()).isTouched()).isTrue();
        assertThat(looked(List.of(scan.multiFrame())).remove(scan.multiFrame()).isTouched())
                .isTrue();
    }

    @Test
    void phasesTakeTheFaceOfTheirMagnitudes() throws IOException {
        PhantomScan scan =
                PhantomScan.magneticResonance(new HeadPhantom(Support.NONE), PhantomScan.planes(LEFT, BACK, up(5), 51));
        List<DicomFile> phases = new ArrayList<>();
        List<DicomFile> both = new ArrayList<>();
        for (DicomFile file : scan.singleFrames()) {
            String uid = file.dataSet().string(Tag.SOPInstanceUID, "") + ".1";
            DicomFile phase = DicomFile.of(
                    file.dataSet().toBuilder()
                            .put(Tag.SOPInstanceUID, uid)
                            .put(Tag.ImageType, "ORIGINAL", "PRIMARY", "P", "ND")
                            .build(),
                    TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
            phases.add(phase);
            both.add(phase);
            both.add(file);
        }

        assertRefused(looked(phases), phases.getFirst(), "phase images");
        FaceMasks masks = looked(both);
        assertThat(both)
                .allSatisfy(file -> assertThat(masks.remove(file).file()).isNotSameAs(file));
    }

    @Test
    void theSameSeriesGivesTheSameWhateverTheOrder() throws IOException {
        List<DicomFile> files = ct(Support.BELOW, LEFT, BACK, up(5), 51).singleFrames();
        FaceMasks masks = looked(files);
        FaceMasks reversed = looked(files.reversed());

        for (DicomFile file : files) {
            assertThat(PixelReader.of(masks.remove(file).file()).frame(0).bytes())
                    .isEqualTo(PixelReader.of(reversed.remove(file).file())
                            .frame(0)
                            .bytes());
        }
    }

    @Test
    void aHeadWithoutItsTopOrOfAnotherSizeIsRefused() throws IOException {
        List<DicomFile> files =
                ct(Support.BELOW, LEFT, BACK, up(4), SLICES).singleFrames().subList(0, 40);
        assertRefused(looked(files), files.getFirst(), "the top of the head");
        List<DicomFile> air =
                ct(Support.NONE, LEFT, BACK, up(2), 128).singleFrames().subList(117, 125);
        assertRefused(looked(air), air.getFirst(), "nothing of the size of a head");
        List<DicomFile> table =
                ct(Support.BELOW, LEFT, BACK, up(2), 128).singleFrames().subList(117, 125);
        assertRefused(looked(table), table.getFirst(), "nothing of the size of a head");
    }

    private static void assertRefused(FaceMasks masks, DicomFile file, String reason) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> masks.remove(file))
                .withMessageContaining("CLEAN_RECOGNIZABLE_VISUAL_FEATURES")
                .withMessageContaining(reason)
                .withMessageContaining("leave the series out");
    }

    private static FaceMasks looked(List<DicomFile> files) throws IOException {
        FaceMasks masks = new FaceMasks();
        masks.complete(
                masks.look(files.stream().<ImageSource>map(file -> () -> file).toList()));
        return masks;
    }

    private static void checkFrames(PhantomScan scan, DicomFile image) throws IOException {
        DicomFile faceless = looked(List.of(image)).remove(image).file();

        assertThat(faceless.meta().transferSyntax().encapsulated())
                .isEqualTo(image.meta().transferSyntax().encapsulated());
        assertThat(faceless.dataSet().string(Tag.RecognizableVisualFeatures)).hasValue("NO");
        Tally tally = new Tally(scan);
        PixelReader before = PixelReader.of(image);
        PixelReader after = PixelReader.of(faceless);
        for (int frame = 0; frame < before.frames(); frame++) {
            tally.add(frame, before, after, frame);
        }
        tally.check();
    }

    /** What became of the parts of the head. */
    private static final class Tally {
        private final PhantomScan scan;
        private int face;
        private int left;
        private int brain;
        private int harmed;
        private int behind;

        Tally(PhantomScan scan) {
            this.scan = scan;
        }

        void add(int plane, PixelReader original, PixelReader copy, int frame) throws IOException {
            int[] before = original.frame(frame).toInts();
            int[] after = copy.frame(frame).toInts();
            int darkest = Arrays.stream(after).min().orElseThrow();
            for (int pixel = 0; pixel < before.length; pixel++) {
                Part part = scan.part(plane, pixel);
                double y = scan.planes()
                        .get(plane)
                        .toPatient(pixel % PhantomScan.SIZE, pixel / PhantomScan.SIZE)
                        .y();
                boolean isChanged = before[pixel] != after[pixel];
                face += part.isFace() ? 1 : 0;
                left += part.isFace() && after[pixel] != darkest ? 1 : 0;
                brain += part == Part.BRAIN ? 1 : 0;
                harmed += part == Part.BRAIN && isChanged ? 1 : 0;
                behind += y > -20 && isChanged ? 1 : 0;
            }
        }

        void check() {
            assertThat(face).as("pixels of the face").isGreaterThan(1000);
            assertThat(left).as("pixels of the face that are left, of %d", face).isZero();
            assertThat(brain).as("pixels of the brain").isGreaterThan(10_000);
            assertThat(harmed)
                    .as("pixels of the brain that are gone, of %d", brain)
                    .isZero();
            assertThat(behind).as("pixels behind the face that are gone").isZero();
        }
    }
}
