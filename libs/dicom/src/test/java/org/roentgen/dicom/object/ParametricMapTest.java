package org.roentgen.dicom.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
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
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.TransferSyntax;
import org.roentgen.dicom.VR;
import org.roentgen.dicom.geometry.FrameGeometries;
import org.roentgen.dicom.geometry.SeriesGeometry;
import org.roentgen.dicom.geometry.Vector3;

final class ParametricMapTest {
    private static final Quantity DIFFUSION = new Quantity(
            "ADC",
            "Apparent diffusion coefficient",
            Optional.of(new Code("113041", "DCM", "Apparent Diffusion Coefficient")),
            new Code("mm2/s", "UCUM", "square millimeter per second"));

    @TempDir
    Path folder;

    static Stream<Arguments> orientations() {
        return SegmentationTest.orientations();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("orientations")
    void valuesComeBackExactly(String name, Vector3 row, Vector3 column) throws IOException {
        List<DataSet> source = TestSeries.instances(row, column);
        double[] values = values();
        float[] rounded = new float[values.length];
        double[] expected = new double[values.length];
        for (int index = 0; index < values.length; index++) {
            rounded[index] = (float) values[index];
            expected[index] = rounded[index];
        }
        ParametricMapBuilder builder = new ParametricMapBuilder(TestSeries.object("ADC map"), DIFFUSION, source);
        Path single = write("single.dcm", builder.build(rounded));
        Path twice = write("double.dcm", builder.build(values));
        ParametricMap read = ParametricMapReader.read(DicomFile.read(single));
        assertThat(read.quantities()).containsExactly(DIFFUSION);
        assertThat(read.valuesOn(geometry(source), DIFFUSION)).isEqualTo(expected);
        assertThat(ParametricMapReader.read(DicomFile.read(twice)).valuesOn(geometry(source), DIFFUSION))
                .isEqualTo(values);
        for (Path file : List.of(single, twice)) {
            assertThat(Judges.program("dciodvfy", file).output()).doesNotContain("Error");
            assertThat(Judges.program("dcmdump", file).status()).isZero();
        }
        int voxel = 3 + TestSeries.COLUMNS * (2 + TestSeries.ROWS);
        String answer = Judges.python("pydicom", """
                import sys, pydicom
                for path in sys.argv[1:3]:
                    d = pydicom.dcmread(path)
                    m = d.SharedFunctionalGroupsSequence[0].RealWorldValueMappingSequence[0]
                    print(m.MeasurementUnitsCodeSequence[0].CodeValue, d.pixel_array.dtype, d.pixel_array.shape, d.pixel_array[1, 2, 3] == float(sys.argv[3 if path == sys.argv[1] else 4]))
                """, single, twice, expected[voxel], values[voxel]);
        assertThat(answer.lines()).containsExactly("mm2/s float32 (4, 6, 5) True", "mm2/s float64 (4, 6, 5) True");
    }

    @Test
    void storedIntegersAreMappedLinearlyOrByTable() {
        List<DataSet> source = TestSeries.instances(new Vector3(1, 0, 0), new Vector3(0, 1, 0));
        DataSet map = new ParametricMapBuilder(TestSeries.object("Map"), DIFFUSION, source).build(values());
        byte[] stored = new byte[TestSeries.labels().length];
        stored[0] = 9;
        stored[1] = 10;
        stored[2] = 12;
        stored[3] = 13;
        assertThat(ofIntegers(map, stored, linear())).containsExactly(Double.NaN, 25, 30, Double.NaN);
        DataSet table = linear().toBuilder()
                .putDecimals(Tag.RealWorldValueLUTData, 1, 10, 100)
                .build();
        assertThat(ofIntegers(map, stored, table)).containsExactly(Double.NaN, 1, 100, Double.NaN);
        DataSet shortTable = linear().toBuilder()
                .putDecimals(Tag.RealWorldValueLUTData, 1, 10)
                .build();
        assertThatThrownBy(() -> ofIntegers(map, stored, shortTable))
                .isInstanceOf(ObjectFormatException.class)
                .hasMessageContaining("has 2 numbers: 3 are needed");
    }

    private static DataSet linear() {
        return DataSet.builder()
                .put(Tag.LUTLabel, "X")
                .putItems(Tag.MeasurementUnitsCodeSequence, DIFFUSION.unit().toItem())
                .putIntegers(Tag.RealWorldValueFirstValueMapped, VR.US, 10)
                .putIntegers(Tag.RealWorldValueLastValueMapped, VR.US, 12)
                .putDecimals(Tag.RealWorldValueSlope, 2.5)
                .putDecimals(Tag.RealWorldValueIntercept, 0)
                .build();
    }

    private static double[] ofIntegers(DataSet map, byte[] stored, DataSet mapping) {
        DataSet shared = map.item(Tag.SharedFunctionalGroupsSequence).orElseThrow().toBuilder()
                .putItems(Tag.RealWorldValueMappingSequence, mapping)
                .build();
        DataSet integers = map.toBuilder()
                .remove(Tag.DoubleFloatPixelData)
                .putIntegers(Tag.BitsAllocated, 8)
                .putIntegers(Tag.BitsStored, 8)
                .putIntegers(Tag.HighBit, 7)
                .putIntegers(Tag.PixelRepresentation, 0)
                .putItems(Tag.SharedFunctionalGroupsSequence, shared)
                .putBytes(Tag.PixelData, VR.OB, stored)
                .build();
        double[] values = ParametricMapReader.read(integers).frames().getFirst().values();
        return Arrays.copyOf(values, 4);
    }

    @Test
    void whatIsNoNumberIsRefused() {
        List<DataSet> source = TestSeries.instances(new Vector3(1, 0, 0), new Vector3(0, 1, 0));
        ParametricMapBuilder builder = new ParametricMapBuilder(TestSeries.object("Map"), DIFFUSION, source);
        double[] values = values();
        values[5] = Double.POSITIVE_INFINITY;
        assertThatThrownBy(() -> builder.build(values)).hasMessageContaining("120 finite ones");
        assertThatThrownBy(() -> builder.build(new float[3])).hasMessageContaining("3 values");
    }

    @Test
    void readsTheMapOfOthers() throws IOException {
        Path file = Judges.shared("dicom-conformance/multiframe").resolve("parametric_map_float.dcm");
        ParametricMap read = ParametricMapReader.read(DicomFile.read(file));
        String answer = Judges.python(
                "pydicom",
                "import sys, pydicom; print(float(pydicom.dcmread(sys.argv[1]).pixel_array.astype(float).sum()))",
                file);
        double sum = 0;
        for (double value : read.frames().getFirst().values()) {
            sum += value;
        }
        assertThat(sum).isCloseTo(Double.parseDouble(answer.strip()), within(1e-6));
        assertThat(read.quantities().getFirst().unit().value()).isEqualTo("1");
    }

    private static double[] values() {
        double[] values = new double[TestSeries.labels().length];
        for (int index = 0; index < values.length; index++) {
            values[index] = Math.sin(index) * 1e-3;
        }
        return values;
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
