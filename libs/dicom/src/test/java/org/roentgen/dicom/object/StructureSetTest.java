package org.roentgen.dicom.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.ReadOptions;
import org.roentgen.dicom.TransferSyntax;
import org.roentgen.dicom.geometry.FrameGeometries;
import org.roentgen.dicom.geometry.GeometryException;
import org.roentgen.dicom.geometry.SeriesGeometry;
import org.roentgen.dicom.geometry.Vector3;
import org.roentgen.dicom.object.contour.OutlineStyle;

final class StructureSetTest {
    private static final Vector3 X = new Vector3(1, 0, 0);
    private static final Vector3 Y = new Vector3(0, 1, 0);

    /** Labels by pydicom and NumPy alone: each contour's points to pixels of its image, then crossings of a ray from each centre. */
    private static final String LABELS = """
            import sys, pydicom, numpy
            rt = pydicom.dcmread(sys.argv[1])
            images = {}
            for path in sys.argv[2:]:
                image = pydicom.dcmread(path)
                images[image.SOPInstanceUID] = image
            labels = {uid: numpy.zeros((i.Rows, i.Columns), int) for uid, i in images.items()}
            for roi in rt.ROIContourSequence:
                for uid, i in images.items():
                    inside = numpy.zeros((i.Rows, i.Columns), int)
                    o = numpy.array(i.ImageOrientationPatient, float)
                    for contour in roi.get('ContourSequence', []):
                        if contour.ContourImageSequence[0].ReferencedSOPInstanceUID != uid:
                            continue
                        p = numpy.array(contour.ContourData, float).reshape(-1, 3) - numpy.array(i.ImagePositionPatient, float)
                        assert abs(p @ numpy.cross(o[:3], o[3:])).max() < 1e-4
                        x, y = p @ o[:3] / float(i.PixelSpacing[1]), p @ o[3:] / float(i.PixelSpacing[0])
                        for (x1, y1, x2, y2) in zip(x, y, numpy.roll(x, -1), numpy.roll(y, -1)):
                            for row in range(i.Rows):
                                if (y1 <= row) != (y2 <= row):
                                    inside[row, numpy.arange(i.Columns) > x1 + (row - y1) * (x2 - x1) / (y2 - y1)] += 1
                    labels[uid][inside % 2 == 1] = roi.ReferencedROINumber
            for path in sys.argv[2:]:
                print(''.join(map(str, labels[pydicom.dcmread(path, specific_tags=['SOPInstanceUID']).SOPInstanceUID].ravel())))
            """;

    @TempDir
    Path folder;

    static Stream<Arguments> orientations() {
        return SegmentationTest.orientations();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("orientations")
    void aMaskComesBackFromItsContours(String name, Vector3 row, Vector3 column) throws IOException {
        List<DataSet> source = TestSeries.instances(row, column);
        byte[] labels = labelsWithHole();
        StructureSetBuilder builder =
                new StructureSetBuilder(TestSeries.object("Structures"), TestSeries.algorithm(), source);
        for (OutlineStyle style : OutlineStyle.values()) {
            Path file = write("rt.dcm", builder.build("HIPPOCAMPUS", TestSeries.segments(), labels, style));
            StructureSet read = StructureSetReader.read(DicomFile.read(file).dataSet());
            assertThat(read.labelsOn(geometry(source))).isEqualTo(labels);
            assertThat(read.regions())
                    .extracting(Region::name)
                    .containsExactly("Anterior hippocampus", "Posterior hippocampus");
            assertThat(read.regions().getFirst().type())
                    .contains(TestSeries.segments().getFirst().type());
            assertThat(read.regions().getFirst().color().orElseThrow().toRgb()).containsExactly(220, 20, 60);
        }
        Path file = folder.resolve("rt.dcm");
        assertThat(Judges.program("dciodvfy", file).output()).doesNotContain("Error");
        assertThat(Judges.program("dcmdump", file).status()).isZero();
        assertThat(pythonLabels(file, builder.slices())).isEqualTo(labels);
    }

    @Test
    void aRegionThatOccursNowhereHasNoContour() throws IOException {
        List<DataSet> source = TestSeries.instances(X, Y);
        Path file = write(
                "rt.dcm",
                new StructureSetBuilder(TestSeries.object("Structures"), TestSeries.algorithm(), source)
                        .build("EMPTY", TestSeries.segments(), new byte[TestSeries.labels().length]));
        StructureSet read = StructureSetReader.read(DicomFile.read(file).dataSet());
        assertThat(read.regions()).hasSize(2).allMatch(region -> region.contours()
                .isEmpty());
        assertThat(read.labelsOn(geometry(source))).containsOnly(0);
        assertThat(Judges.program("dciodvfy", file).output()).doesNotContain("Error");
    }

    @Test
    void aContourOffTheSlicesIsRefused() {
        List<DataSet> source = TestSeries.instances(X, Y);
        SeriesGeometry geometry = geometry(source);
        for (double slice : new double[] {-1, 0.5, TestSeries.SLICES}) {
            Vector3 shift = new Vector3(0, 0, slice * TestSeries.SLICE_SPACING);
            List<Vector3> points = Stream.of(TestSeries.ORIGIN, TestSeries.ORIGIN.plus(X), TestSeries.ORIGIN.plus(Y))
                    .map(point -> point.plus(shift))
                    .toList();
            Region region = region(new Contour(Contour.Kind.CLOSED_PLANAR, points, Optional.empty()));
            assertThatThrownBy(() -> region.maskOn(geometry))
                    .isInstanceOf(GeometryException.class)
                    .hasMessageContaining("must lie on the slices");
        }
        Region point = region(new Contour(Contour.Kind.POINT, List.of(new Vector3(999, 0, 0)), Optional.empty()));
        assertThat(point.maskOn(geometry)).containsOnly(0);
    }

    @Test
    void innerContoursOfOthersAreHoles() {
        List<DataSet> source = TestSeries.instances(X, Y);
        Region region =
                new Region(1, "ring", Optional.empty(), Optional.empty(), List.of(square(-0.5, 4.5), square(0.5, 3.5)));
        byte[] mask = region.maskOn(geometry(source));
        int count = 0;
        for (byte pixel : mask) {
            count += pixel;
        }
        assertThat(count).isEqualTo(25 - 9);
    }

    @Test
    void readsTheStructureSetOfOthers() throws IOException {
        Path file = Judges.shared("dicom-conformance/modality").resolve("rtstruct.dcm");
        StructureSet read = StructureSetReader.read(
                DicomFile.read(file, ReadOptions.LENIENT).dataSet());
        String answer = Judges.python("pydicom", """
                import sys, pydicom
                d = pydicom.dcmread(sys.argv[1], force=True)
                print(*['%s:%d:%d' % (r.ROIName, len(c.ContourSequence), sum(len(k.ContourData) // 3 for k in c.ContourSequence))
                        for r, c in zip(d.StructureSetROISequence, d.ROIContourSequence)])
                """, file);
        List<String> regions = read.regions().stream()
                .map(region -> region.name() + ":" + region.contours().size() + ":"
                        + region.contours().stream()
                                .mapToInt(contour -> contour.points().size())
                                .sum())
                .toList();
        assertThat(answer.strip()).isEqualTo(String.join(" ", regions));
    }

    private static Contour square(double from, double to) {
        List<Vector3> points = Stream.of(new double[][] {{from, from}, {to, from}, {to, to}, {from, to}})
                .map(corner -> TestSeries.place(X, Y, 0, 0, 1)
                        .plus(X.times(corner[0] * TestSeries.COLUMN_SPACING))
                        .plus(Y.times(corner[1] * TestSeries.ROW_SPACING)))
                .toList();
        return new Contour(Contour.Kind.CLOSED_PLANAR, points, Optional.empty());
    }

    private static Region region(Contour contour) {
        return new Region(3, "shape", Optional.empty(), Optional.empty(), List.of(contour));
    }

    /** The labels of all other tests, and on the last slice a ring with an island. */
    private static byte[] labelsWithHole() {
        byte[] labels = TestSeries.labels();
        int start = labels.length - TestSeries.ROWS * TestSeries.COLUMNS;
        String slice = "11111" + "10001" + "10201" + "10001" + "11111" + "02020";
        for (int index = 0; index < slice.length(); index++) {
            labels[start + index] = (byte) (slice.charAt(index) - '0');
        }
        return labels;
    }

    private byte[] pythonLabels(Path file, List<SourceSlice> slices) throws IOException {
        Object[] arguments = new Object[slices.size() + 1];
        arguments[0] = file;
        for (int index = 0; index < slices.size(); index++) {
            arguments[index + 1] =
                    write("slice" + index + ".dcm", slices.get(index).image());
        }
        String digits = Judges.python("pydicom", LABELS, arguments).replaceAll("\\s", "");
        byte[] labels = new byte[digits.length()];
        for (int index = 0; index < labels.length; index++) {
            labels[index] = (byte) (digits.charAt(index) - '0');
        }
        return labels;
    }

    private static SeriesGeometry geometry(List<DataSet> source) {
        return SeriesGeometry.of(source.stream()
                .flatMap(image -> FrameGeometries.of(image).stream())
                .toList());
    }

    private Path write(String name, DataSet dataSet) throws IOException {
        Path file = folder.resolve(name);
        DicomFile.of(dataSet, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN).write(file);
        return file;
    }
}
