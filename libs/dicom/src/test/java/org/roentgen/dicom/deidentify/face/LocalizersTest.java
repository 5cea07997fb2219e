package org.roentgen.dicom.deidentify.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.TransferSyntax;
import org.roentgen.dicom.deidentify.RefusedException;
import org.roentgen.dicom.deidentify.face.HeadPhantom.Part;
import org.roentgen.dicom.deidentify.face.HeadPhantom.Support;
import org.roentgen.dicom.geometry.PlaneGeometry;
import org.roentgen.dicom.geometry.Vector3;
import org.roentgen.dicom.pixel.PixelReader;

/** Images that show too little of a head to find its face, beside series of the same study that show it. */
class LocalizersTest {
    private static final Vector3 LEFT = new Vector3(1, 0, 0);
    private static final Vector3 BACK = new Vector3(0, 1, 0);
    private static final Vector3 UP = new Vector3(0, 0, 1);
    private static final Vector3 DOWN = new Vector3(0, 0, -1);
    private static final HeadPhantom HEAD = new HeadPhantom(Support.NONE);
    private static final String[] SECTION = {"ORIGINAL", "PRIMARY", "M", "ND"};
    private static final String[] SCOUT = {"ORIGINAL", "PRIMARY", "LOCALIZER"};
    private static final String[] PROJECTION = {"DERIVED", "PRIMARY", "PROJECTION IMAGE"};
    private static final double ALL = 300;

    private static final List<DicomFile> CT = images(
            PhantomScan.computedTomography(new HeadPhantom(Support.BELOW), PhantomScan.axial()), 1, SECTION, "4");
    private static final List<DicomFile> MR = images(
            PhantomScan.magneticResonance(HEAD, PhantomScan.planes(BACK, DOWN, LEFT.times(4), 52)), 2, SECTION, "4");
    /** From the brow up. */
    private static final List<DicomFile> UPPER_PART = CT.subList(32, 64);

    /** @param half of what an image shows across its plane, mm */
    private record Few(
            String name, List<DicomFile> others, PhantomScan scan, String[] type, String thickness, double half) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static PhantomScan mr(Vector3 row, Vector3 column, Vector3 step, int count) {
        return PhantomScan.magneticResonance(HEAD, PhantomScan.planes(row, column, step, count));
    }

    private static PhantomScan scout(Vector3 row) {
        return PhantomScan.computedTomography(HEAD, PhantomScan.planes(row, DOWN, LEFT, 1));
    }

    private static PhantomScan threeWays() {
        List<PlaneGeometry> planes = new ArrayList<>();
        planes.addAll(PhantomScan.planes(LEFT, BACK, UP.times(25), 5));
        planes.addAll(PhantomScan.planes(LEFT, DOWN, BACK.times(42), 5));
        planes.addAll(PhantomScan.planes(BACK, DOWN, LEFT.times(28), 3));
        return PhantomScan.magneticResonance(HEAD, planes);
    }

    static Stream<Few> few() {
        return Stream.of(
                new Few("three ways, beside CT", CT, threeWays(), SECTION, "8", 4),
                new Few("three ways, beside MR", MR, threeWays(), SECTION, "8", 4),
                new Few("three ways, beside the upper part of a head", UPPER_PART, threeWays(), SECTION, "8", 4),
                new Few("three ways, thick", MR, threeWays(), SECTION, "60", 30),
                new Few("three ways, of no thickness that is said", MR, threeWays(), SECTION, "", ALL),
                new Few("thick slices", CT, mr(LEFT, BACK, UP.times(12), 20), SECTION, "12", 6),
                new Few("a slab below the brow", MR, mr(LEFT, BACK, UP, 30), SECTION, "1", 0.5),
                new Few("phases", MR, mr(LEFT, BACK, UP.times(5), 40), phase(), "5", 2.5),
                new Few("oblique", CT, mr(LEFT, new Vector3(0, 0.96, 0.28), UP, 1), SECTION, "10", 5),
                new Few("a scout from the side", CT, scout(BACK), SCOUT, "1", ALL),
                new Few("a scout from the front", CT, scout(LEFT), SCOUT, "1", ALL),
                new Few("a projection of a part", MR, mr(BACK, DOWN, LEFT, 1), PROJECTION, "60", ALL));
    }

    private static String[] phase() {
        return new String[] {"ORIGINAL", "PRIMARY", "P"};
    }

    private static List<DicomFile> images(PhantomScan scan, int series, String[] type, String thickness) {
        return changed(
                scan.singleFrames(),
                image -> {
                    image.put(Tag.SeriesInstanceUID, "2.25.300" + series).put(Tag.ImageType, type);
                    if (!thickness.isEmpty()) {
                        image.put(Tag.SliceThickness, thickness);
                    }
                },
                "." + series);
    }

    private static List<DicomFile> changed(List<DicomFile> files, Consumer<DataSet.Builder> change, String suffix) {
        return files.stream()
                .map(file -> {
                    DataSet.Builder image = file.dataSet().toBuilder();
                    image.put(Tag.SOPInstanceUID, file.dataSet().string(Tag.SOPInstanceUID, "") + suffix);
                    change.accept(image);
                    return DicomFile.of(image.build(), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
                })
                .toList();
    }

    private static List<ImageSource> sources(List<DicomFile> files) {
        return files.stream().<ImageSource>map(file -> () -> file).toList();
    }

    private static FaceMasks looked(List<List<DicomFile>> study) throws IOException {
        FaceMasks masks = new FaceMasks();
        List<SeriesLook> looks = new ArrayList<>();
        for (List<DicomFile> series : study) {
            looks.add(masks.look(sources(series)));
        }
        for (SeriesLook look : looks) {
            masks.complete(look);
        }
        return masks;
    }

    @ParameterizedTest
    @MethodSource("few")
    void theFaceOfTheOthersGoesWhicheverComesFirst(Few few) throws IOException {
        List<DicomFile> files = images(few.scan(), 3, few.type(), few.thickness());
        FaceMasks after = looked(List.of(few.others(), files));
        FaceMasks before = looked(List.of(files, few.others()));
        FaceMasks searched = new FaceMasks();
        SeriesLook look = searched.look(sources(files));
        assertThat(look.isWhole()).isFalse();
        searched.search(look, sources(few.others()));
        Optional<FacePicture> picture = searched.complete(look);

        assertThat(picture.orElseThrow().width()).isGreaterThan(2 * 268);
        int face = 0;
        for (int plane = 0; plane < files.size(); plane++) {
            DicomFile copy = after.remove(files.get(plane)).file();
            face += check(few, plane, files.get(plane), copy);
            assertThat(copy.dataSet().string(Tag.RecognizableVisualFeatures)).hasValue("NO");
            for (FaceMasks masks : List.of(before, searched)) {
                DicomFile same = masks.remove(files.get(plane)).file();
                assertThat(PixelReader.of(same).frame(0).bytes())
                        .isEqualTo(PixelReader.of(copy).frame(0).bytes());
            }
        }
        assertThat(face).as("pixels of the face").isGreaterThan(100);
    }

    /** @return how many pixels show some of the face */
    private static int check(Few few, int plane, DicomFile original, DicomFile copy) throws IOException {
        PlaneGeometry geometry = few.scan().planes().get(plane);
        int[] before = PixelReader.of(original).frame(0).toInts();
        int[] after = PixelReader.of(copy).frame(0).toInts();
        int darkest = Arrays.stream(before).min().orElseThrow();
        int face = 0;
        for (int pixel = 0; pixel < before.length; pixel++) {
            Vector3 point = geometry.toPatient(pixel % PhantomScan.SIZE, pixel / PhantomScan.SIZE);
            List<Vector3> across = DoubleStream.iterate(
                            -few.half(), at -> at <= few.half(), at -> at + Math.max(0.5, few.half() / 100))
                    .mapToObj(at -> point.plus(geometry.normal().times(at)))
                    .toList();
            if (across.stream().anyMatch(at -> HEAD.at(at.x(), at.y(), at.z()).isFace())) {
                assertThat(after[pixel]).as("face at %s", point).isEqualTo(darkest);
                face++;
            }
            if (across.stream()
                    .allMatch(at -> at.y() > -10
                            || at.z() > 40
                            || HEAD.at(at.x(), at.y(), at.z()) == Part.BRAIN && few.others() != UPPER_PART)) {
                assertThat(after[pixel]).as("what is no face at %s", point).isEqualTo(before[pixel]);
            }
        }
        return face;
    }

    @Test
    void allFramesOfAnInstanceTakeTheFaceOfTheOthers() throws IOException {
        DicomFile enhanced =
                changed(List.of(threeWays().multiFrame()), _ -> {}, ".9").getFirst();
        FaceMasks masks = looked(List.of(List.of(enhanced), MR));

        assertThat(masks.remove(enhanced).isTouched()).isTrue();
    }

    @Test
    void withoutASeriesAtTheSameCoordinatesTheyAreRefused() throws IOException {
        List<DicomFile> files = images(threeWays(), 3, SECTION, "8");

        assertRefused(
                List.of(files), files, "no other series of the study with its Frame of Reference UID (0020,0052)");
        assertRefused(
                List.of(files, changed(CT, image -> image.put(Tag.FrameOfReferenceUID, "2.25.1"), ".9")),
                files,
                "no other series of the study with its Frame of Reference UID");
        assertRefused(
                List.of(files, changed(CT, image -> image.put(Tag.StudyInstanceUID, "2.25.1"), ".9")),
                files,
                "no other series of the study");
        assertRefused(List.of(files, CT.subList(0, 30)), files, "no other series of the study");
        List<DicomFile> unnamed = changed(files, image -> image.remove(Tag.FrameOfReferenceUID), ".9");
        assertRefused(
                List.of(unnamed, changed(CT, image -> image.remove(Tag.FrameOfReferenceUID), ".9")),
                unnamed,
                "without a Frame of Reference UID (0020,0052)");
    }

    private static void assertRefused(List<List<DicomFile>> study, List<DicomFile> files, String reason)
            throws IOException {
        FaceMasks masks = looked(study);
        assertThat(files).allSatisfy(file -> assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> masks.remove(file))
                .withMessageContaining("CLEAN_RECOGNIZABLE_VISUAL_FEATURES")
                .withMessageContaining("slices (")
                .withMessageContaining(reason));
    }
}
