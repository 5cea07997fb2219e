package org.roentgen.dicom.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.TransferSyntax;
import org.roentgen.dicom.Uid;
import org.roentgen.dicom.VR;
import org.roentgen.dicom.geometry.FrameGeometries;
import org.roentgen.dicom.geometry.GeometryException;
import org.roentgen.dicom.geometry.SeriesGeometry;
import org.roentgen.dicom.geometry.Vector3;
import org.roentgen.dicom.pixel.Transcoder;

final class SegmentationTest {
    /** The patient positions of all pixels of each segment, computed by pydicom and NumPy from the file alone. */
    private static final String PLACES = """
            import sys, pydicom, numpy
            for path in sys.argv[1:]:
                seg = pydicom.dcmread(path)
                shared = seg.SharedFunctionalGroupsSequence[0]
                o = numpy.array(shared.PlaneOrientationSequence[0].ImageOrientationPatient, float)
                dy, dx = map(float, shared.PixelMeasuresSequence[0].PixelSpacing)
                places = []
                for frame, group in zip(seg.pixel_array, seg.PerFrameFunctionalGroupsSequence):
                    number = group.SegmentIdentificationSequence[0].ReferencedSegmentNumber
                    origin = numpy.array(group.PlanePositionSequence[0].ImagePositionPatient, float)
                    for y, x in zip(*frame.nonzero()):
                        p = origin + o[:3] * dx * x + o[3:] * dy * y
                        places.append('%d:%.1f:%.1f:%.1f' % (number, *(p + 1000)))
                print(*sorted(places))
            """;

    @TempDir
    Path folder;

    static Stream<Arguments> orientations() {
        Vector3 x = new Vector3(1, 0, 0);
        Vector3 y = new Vector3(0, 1, 0);
        Vector3 z = new Vector3(0, 0, 1);
        Vector3 oblique = new Vector3(0.8, 0.5, -0.2).normalized();
        return Stream.of(
                Arguments.of("axial", x, y),
                Arguments.of("axial upside down", x, y.times(-1)),
                Arguments.of("axial mirrored", x.times(-1), y),
                Arguments.of("coronal", x, z.times(-1)),
                Arguments.of("sagittal", y, z.times(-1)),
                Arguments.of("sagittal turned", z, y.times(-1)),
                Arguments.of(
                        "oblique",
                        oblique,
                        oblique.cross(new Vector3(0.1, 0.3, 1)).normalized()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("orientations")
    void labelsComeBackAndLieWhereTheSourceLies(String name, Vector3 row, Vector3 column) throws IOException {
        List<DataSet> source = TestSeries.instances(row, column);
        byte[] labels = TestSeries.labels();
        Path file = write(build(source, labels));
        DataSet read = DicomFile.read(file).dataSet();
        SeriesGeometry geometry = SeriesGeometry.of(source.stream()
                .flatMap(image -> FrameGeometries.of(image).stream())
                .toList());
        Segmentation segmentation = SegmentationReader.read(read);
        assertThat(segmentation.labelsOn(geometry)).isEqualTo(labels);
        assertThat(segmentation.segments()).isEqualTo(TestSeries.segments());
        assertThat(segmentation.frames()).hasSize(7);
        assertThat(segmentation.frames().getLast().sourceInstanceUid())
                .isEqualTo(source.get(geometry.order().getLast()).string(Tag.SOPInstanceUID));
        assertThat(read.string(Tag.PatientName)).contains("Prüfling^Ángela");
        assertThat(read.string(Tag.FrameOfReferenceUID))
                .isEqualTo(source.getFirst().string(Tag.FrameOfReferenceUID));
        assertValid(file);
        assertThat(Judges.python("pydicom", PLACES, file).strip()).isEqualTo(expectedPlaces(labels, row, column));
    }

    @Test
    void aSegmentThatOccursNowhereStillHasAFrame() throws IOException {
        List<DataSet> source = TestSeries.instances(new Vector3(1, 0, 0), new Vector3(0, 1, 0));
        Path file = write(build(source, new byte[TestSeries.labels().length]));
        assertThat(SegmentationReader.read(DicomFile.read(file).dataSet()).frames())
                .hasSize(2);
        assertValid(file);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("orientations")
    void aLabelMapComesBack(String name, Vector3 row, Vector3 column) throws IOException {
        List<DataSet> source = TestSeries.instances(row, column);
        SegmentationBuilder builder = builder(source);
        Path file = write(builder.buildLabelMap(TestSeries.labels()));
        Segmentation read = SegmentationReader.read(DicomFile.read(file));
        assertThat(read.type()).isEqualTo(SegmentationType.LABELMAP);
        assertThat(read.labelsOn(geometry(source))).isEqualTo(TestSeries.labels());
        assertThat(read.segments()).isEqualTo(TestSeries.segments());
        assertThat(Judges.program("dcmdump", file).status()).isZero();
        String pixels = Judges.python(
                "pydicom",
                "import sys, pydicom; print(*pydicom.dcmread(sys.argv[1]).pixel_array.ravel(), sep='')",
                file);
        StringBuilder expected = new StringBuilder();
        for (byte label : TestSeries.labels()) {
            expected.append(label);
        }
        assertThat(pixels.strip()).isEqualTo(expected.toString());
    }

    @Test
    void fractionsComeBackInStepsOfOne255th() throws IOException {
        List<DataSet> source = TestSeries.instances(new Vector3(1, 0, 0), new Vector3(0, 0, -1));
        float[] rising = new float[TestSeries.labels().length];
        for (int index = 0; index < rising.length; index++) {
            rising[index] = index / (float) (rising.length - 1);
        }
        float[] onOneSlice = new float[rising.length];
        onOneSlice[40] = 0.25f;
        SegmentationBuilder builder = builder(source);
        Path file = write(builder.buildFractional(FractionType.PROBABILITY, List.of(rising, onOneSlice)));
        Segmentation read = SegmentationReader.read(DicomFile.read(file));
        assertThat(read.maximum()).isEqualTo(255);
        assertThat(read.frames()).hasSize(TestSeries.SLICES + 1);
        assertThat(read.fractionsOn(geometry(source), 1)).containsExactly(rising, within(0.002f));
        assertThat(read.fractionsOn(geometry(source), 2)[40]).isCloseTo(0.25f, within(0.002f));
        assertThat(read.labelsOn(geometry(source))[40]).isEqualTo((byte) 0);
        assertThat(read.labelsOn(geometry(source))[100]).isEqualTo((byte) 1);
        assertValid(file);
        String sum = Judges.python(
                "pydicom", "import sys, pydicom; print(pydicom.dcmread(sys.argv[1]).pixel_array[-1].sum())", file);
        assertThat(sum.strip()).isEqualTo("64");
        float[] beyond = rising.clone();
        beyond[2] = Float.NaN;
        assertThatThrownBy(() -> builder.buildFractional(FractionType.OCCUPANCY, List.of(beyond, beyond)))
                .hasMessageContaining("NaN of segment 1 at voxel 2");
    }

    @Test
    void readsCompressedOnesAndLabelMapsOfSixteenBits() throws IOException {
        List<DataSet> source = TestSeries.instances(new Vector3(1, 0, 0), new Vector3(0, 1, 0));
        DataSet labelMap = builder(source).buildLabelMap(TestSeries.labels());
        DicomFile plain = DicomFile.of(labelMap, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        DicomFile compressed = Transcoder.transcode(plain, TransferSyntax.of(Uid.RLELossless));
        assertThat(SegmentationReader.read(compressed).labelsOn(geometry(source)))
                .isEqualTo(TestSeries.labels());
        byte[] wide = new byte[2 * TestSeries.labels().length];
        for (int index = 0; index < TestSeries.labels().length; index++) {
            wide[2 * index] = TestSeries.labels()[index];
        }
        DataSet sixteen = labelMap.toBuilder()
                .putIntegers(Tag.BitsAllocated, 16)
                .putIntegers(Tag.BitsStored, 16)
                .putIntegers(Tag.HighBit, 15)
                .putBytes(Tag.PixelData, VR.OW, wide)
                .build();
        assertThat(SegmentationReader.read(sixteen).labelsOn(geometry(source))).isEqualTo(TestSeries.labels());
        wide[7] = 1;
        DataSet beyond =
                sixteen.toBuilder().putBytes(Tag.PixelData, VR.OW, wide).build();
        Segmentation large = SegmentationReader.read(beyond);
        assertThatThrownBy(() -> large.labelsOn(geometry(source)))
                .isInstanceOf(ObjectFormatException.class)
                .hasMessageContaining("labels are 0 to 255");
        assertThat(large.labelsOn(geometry(source), number -> number > 255 ? 77 : 0))
                .containsSequence(0, 0, 0, 77, 0)
                .containsOnlyOnce(77);
        Path folder = Judges.shared("dicom-conformance/multiframe");
        Segmentation deflated = SegmentationReader.read(DicomFile.read(folder.resolve("liver_deflate.dcm")));
        Segmentation plainFrames = SegmentationReader.read(DicomFile.read(folder.resolve("liver.dcm")));
        assertThat(deflated.frames()).hasSameSizeAs(plainFrames.frames());
        assertThat(deflated.frames().getFirst().pixels())
                .isEqualTo(plainFrames.frames().getFirst().pixels());
    }

    @Test
    void segmentsAreCountedBeyond255() throws IOException {
        List<DataSet> source = TestSeries.instances(new Vector3(1, 0, 0), new Vector3(0, 1, 0));
        List<SegmentDescription> many = IntStream.rangeClosed(1, 300)
                .mapToObj(number -> new SegmentDescription(
                        number,
                        "Segment " + number,
                        SegmentDescription.BODY_STRUCTURE,
                        SegmentDescription.BODY_STRUCTURE,
                        Optional.empty()))
                .toList();
        SegmentationBuilder builder =
                new SegmentationBuilder(TestSeries.object("Segmentation"), TestSeries.algorithm(), many, source);
        short[] labels = new short[TestSeries.labels().length];
        labels[5] = 300;
        labels[6] = 44;
        for (DataSet built : List.of(builder.build(labels), builder.buildLabelMap(labels))) {
            Path file = write(built);
            Segmentation read = SegmentationReader.read(DicomFile.read(file));
            assertThat(read.segments()).hasSize(300);
            byte[] placed = read.labelsOn(geometry(source), number -> number == 300 ? 1 : number == 44 ? 2 : 0);
            assertThat(placed)
                    .startsWith(0, 0, 0, 0, 0, 1, 2, 0)
                    .containsOnlyOnce(1)
                    .containsOnlyOnce(2);
            if (read.type() == SegmentationType.BINARY) {
                assertValid(file);
            }
        }
        labels[7] = 301;
        assertThatThrownBy(() -> builder.buildLabelMap(labels)).hasMessageContaining("Label 301 at voxel 7");
    }

    @Test
    void segmentsThatOverlapAreNotMerged() {
        List<DataSet> source = TestSeries.instances(new Vector3(1, 0, 0), new Vector3(0, 1, 0));
        SeriesGeometry geometry = geometry(source);
        Segmentation one = SegmentationReader.read(build(source, TestSeries.labels()));
        SegmentFrame frame = one.frames().getFirst();
        List<SegmentFrame> frames = new ArrayList<>(one.frames());
        frames.add(new SegmentFrame(2, frame.plane(), frame.pixels(), Optional.empty()));
        Segmentation both = new Segmentation(SegmentationType.BINARY, 1, one.segments(), frames);
        assertThatThrownBy(() -> both.labelsOn(geometry))
                .isInstanceOf(ObjectFormatException.class)
                .hasMessageContaining("Segment 2 overlaps another one at voxel");
        assertThat(both.labelsOn(geometry, number -> number == 1 ? 9 : 0))
                .contains(9)
                .doesNotContain(2);
        assertThat(both.fractionsOn(geometry, 2)).contains(1);
        float[] more = new float[TestSeries.labels().length];
        float[] less = new float[TestSeries.labels().length];
        more[8] = 0.9f;
        less[8] = 0.7f;
        DataSet fractional = builder(source).buildFractional(FractionType.PROBABILITY, List.of(more, less));
        assertThat(SegmentationReader.read(fractional).labelsOn(geometry)[8]).isEqualTo((byte) 1);
    }

    @Test
    void aMirroredSegmentationIsPlacedOnTheSeries() throws IOException {
        Vector3 x = new Vector3(1, 0, 0);
        Vector3 y = new Vector3(0, 1, 0);
        DataSet seg = build(TestSeries.instances(x, y), TestSeries.labels());
        Vector3 corner = TestSeries.place(x, y, TestSeries.COLUMNS - 1, 0, TestSeries.SLICES - 1);
        Vector3 shift = corner.minus(TestSeries.ORIGIN);
        List<DataSet> mirrored = TestSeries.instances(x.times(-1), y).stream()
                .map(image -> {
                    double[] position = image.decimals(Tag.ImagePositionPatient);
                    return image.toBuilder()
                            .putDecimals(
                                    Tag.ImagePositionPatient,
                                    position[0] + shift.x(),
                                    position[1] + shift.y(),
                                    position[2] + shift.z())
                            .build();
                })
                .toList();
        SeriesGeometry target = SeriesGeometry.of(mirrored.stream()
                .flatMap(image -> FrameGeometries.of(image).stream())
                .toList());
        byte[] placed = SegmentationReader.read(seg).labelsOn(target);
        byte[] labels = TestSeries.labels();
        for (int index = 0; index < labels.length; index++) {
            int column = index % TestSeries.COLUMNS;
            int row = index / TestSeries.COLUMNS % TestSeries.ROWS;
            int slice = index / (TestSeries.COLUMNS * TestSeries.ROWS);
            int there = TestSeries.COLUMNS
                    - 1
                    - column
                    + TestSeries.COLUMNS * (row + TestSeries.ROWS * (TestSeries.SLICES - 1 - slice));
            assertThat(placed[there]).isEqualTo(labels[index]);
        }
    }

    @Test
    void anotherGridOrALabelWithoutSegmentIsRefused() {
        Vector3 x = new Vector3(1, 0, 0);
        Vector3 y = new Vector3(0, 1, 0);
        List<DataSet> source = TestSeries.instances(x, y);
        Segmentation segmentation = SegmentationReader.read(build(source, TestSeries.labels()));
        SeriesGeometry coronal = SeriesGeometry.of(TestSeries.instances(x, new Vector3(0, 0, -1)).stream()
                .flatMap(image -> FrameGeometries.of(image).stream())
                .toList());
        assertThatThrownBy(() -> segmentation.labelsOn(coronal)).isInstanceOf(GeometryException.class);
        byte[] labels = TestSeries.labels();
        labels[3] = 9;
        assertThatThrownBy(() -> build(source, labels)).hasMessageContaining("Label 9 at voxel 3");
        assertThatThrownBy(() -> build(source, new byte[4])).hasMessageContaining("4 labels");
        assertThatThrownBy(() -> build(source.subList(0, 1), new byte[0])).hasMessageContaining("0 labels");
    }

    @Test
    void readsTheSegmentationsOfOthers() throws IOException {
        Path folder = Judges.shared("dicom-conformance/seg-sr");
        Segmentation segmentation = SegmentationReader.read(
                DicomFile.read(folder.resolve("dcmqi-23x38x3/label.seg")).dataSet());
        List<DataSet> source = new ArrayList<>();
        for (int number = 1; number <= 3; number++) {
            source.add(DicomFile.read(folder.resolve("dcmqi-23x38x3/IMG000" + number + ".dcm"))
                    .dataSet());
        }
        SeriesGeometry geometry = SeriesGeometry.of(source.stream()
                .flatMap(image -> FrameGeometries.of(image).stream())
                .toList());
        byte[] labels = segmentation.labelsOn(geometry);
        String counts = Judges.python(
                "pydicom",
                "import sys, pydicom; print(pydicom.dcmread(sys.argv[1]).pixel_array.sum())",
                folder.resolve("dcmqi-23x38x3/label.seg"));
        long set = 0;
        for (byte label : labels) {
            set += label == 0 ? 0 : 1;
        }
        assertThat(set).isEqualTo(Long.parseLong(counts.strip()));
    }

    private DataSet build(List<DataSet> source, byte[] labels) {
        return builder(source).build(labels);
    }

    private static SegmentationBuilder builder(List<DataSet> source) {
        return new SegmentationBuilder(
                TestSeries.object("Hippocampus segmentation"), TestSeries.algorithm(), TestSeries.segments(), source);
    }

    private static SeriesGeometry geometry(List<DataSet> source) {
        return SeriesGeometry.of(source.stream()
                .flatMap(image -> FrameGeometries.of(image).stream())
                .toList());
    }

    private Path write(DataSet dataSet) throws IOException {
        Path file = folder.resolve("seg.dcm");
        DicomFile.of(dataSet, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN).write(file);
        return file;
    }

    private static void assertValid(Path file) {
        assertThat(Judges.program("dciodvfy", file).output()).doesNotContain("Error");
        assertThat(Judges.program("dcmdump", file).status()).isZero();
    }

    private static String expectedPlaces(byte[] labels, Vector3 row, Vector3 column) {
        List<String> places = new ArrayList<>();
        for (int index = 0; index < labels.length; index++) {
            if (labels[index] != 0) {
                int x = index % TestSeries.COLUMNS;
                int y = index / TestSeries.COLUMNS % TestSeries.ROWS;
                int z = index / (TestSeries.COLUMNS * TestSeries.ROWS);
                Vector3 place = TestSeries.place(row, column, x, y, z).plus(new Vector3(1000, 1000, 1000));
                places.add(String.format(
                        Locale.ROOT, "%d:%.1f:%.1f:%.1f", labels[index], place.x(), place.y(), place.z()));
            }
        }
        return String.join(" ", places.stream().sorted().toList());
    }
}
