package org.roentgen.dicom.object.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.ReadOptions;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.Uid;
import org.roentgen.dicom.object.Code;
import org.roentgen.dicom.object.ImagePoint;
import org.roentgen.dicom.object.Judges;
import org.roentgen.dicom.object.ObjectFormatException;

final class StructuredReportTest {
    private static final Code NAME = new Code("1", "99TEST", "Name");
    private static final DataSet REFERENCE = DataSet.builder()
            .put(Tag.ReferencedSOPClassUID, Uid.CTImageStorage)
            .put(Tag.ReferencedSOPInstanceUID, "1.2.3")
            .putIntegers(Tag.ReferencedFrameNumber, 2, 5)
            .build();

    static Stream<Arguments> items() {
        return Stream.of(
                Arguments.of("TEXT", item("TEXT").put(Tag.TextValue, "two\r\nlines"), "Name: two\n    lines"),
                Arguments.of("CODE", item("CODE").putItems(Tag.ConceptCodeSequence, NAME.toItem()), "Name: Name"),
                Arguments.of("NUM", number("12.50", "mm"), "Name: 12.5 mm"),
                Arguments.of("NUM without unit", number("0.25", "1"), "Name: 0.25"),
                Arguments.of("NUM without value", item("NUM").putItems(Tag.MeasuredValueSequence), "Name: no value"),
                Arguments.of("PNAME", item("PNAME").put(Tag.PersonName, "Reader^A"), "Name: Reader A"),
                Arguments.of("DATE", item("DATE").put(Tag.Date, "20260131"), "Name: 20260131"),
                Arguments.of("UIDREF", item("UIDREF").put(Tag.UID, "1.2"), "Name: 1.2"),
                Arguments.of(
                        "IMAGE",
                        item("IMAGE").putItems(Tag.ReferencedSOPSequence, REFERENCE),
                        "Name: image 1.2.3 frame 2, 5"),
                Arguments.of(
                        "SCOORD",
                        item("SCOORD").put(Tag.GraphicType, "POLYLINE").putDecimals(Tag.GraphicData, 1, 2.5, 3, 4),
                        "Name: POLYLINE at (1, 2.5) (3, 4)"),
                Arguments.of(
                        "SCOORD3D",
                        item("SCOORD3D").put(Tag.GraphicType, "POINT").putDecimals(Tag.GraphicData, 1, 2, 3),
                        "Name: POINT of 1 points in the patient"),
                Arguments.of(
                        "TCOORD",
                        item("TCOORD")
                                .put(Tag.TemporalRangeType, "SEGMENT")
                                .putIntegers(Tag.ReferencedSamplePositions, 3, 9),
                        "Name: SEGMENT 3, 9"),
                Arguments.of("a new type", item("TABLE"), "Name: (TABLE)"),
                Arguments.of(
                        "by reference",
                        DataSet.builder()
                                .put(Tag.RelationshipType, "INFERRED FROM")
                                .putIntegers(Tag.ReferencedContentItemIdentifier, 1, 2),
                        "inferred from item 1.2"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("items")
    void everyKindOfItemIsALineForPeople(String name, DataSet.Builder item, String line) {
        StructuredReport report = StructuredReportReader.read(report(item.build()));
        assertThat(ReportText.of(report)).isEqualTo("Name (complete verified)\n  " + line + "\n");
    }

    @Test
    void coordinatesAndChildrenAreRead() {
        DataSet shape = item("SCOORD")
                .put(Tag.GraphicType, "CIRCLE")
                .putDecimals(Tag.GraphicData, 1, 2, 3, 4)
                .putItems(
                        Tag.ContentSequence,
                        item("TEXT").put(Tag.TextValue, "x").build())
                .build();
        ReportItem read =
                StructuredReportReader.read(report(shape)).root().children(NAME).getFirst();
        assertThat(read.value())
                .isEqualTo(new ReportValue.Shape("CIRCLE", List.of(new ImagePoint(1, 2), new ImagePoint(3, 4))));
        assertThat(read.children().getFirst().value()).isEqualTo(new ReportValue.Text("x"));
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of("CODE without a code", item("CODE"), "Concept Code Sequence"),
                Arguments.of("NUM that is no number", number("many", "mm"), "NumericValue"),
                Arguments.of("IMAGE of nothing", item("IMAGE"), "ReferencedSOPSequence"),
                Arguments.of(
                        "half a point",
                        item("SCOORD").put(Tag.GraphicType, "POINT").putDecimals(Tag.GraphicData, 1, 2, 3),
                        "3 numbers"),
                Arguments.of("no value type", DataSet.builder(), "ValueType"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void whatIsIncompleteIsNamed(String name, DataSet.Builder item, String message) {
        DataSet report = report(item.build());
        assertThatThrownBy(() -> StructuredReportReader.read(report))
                .isInstanceOf(ObjectFormatException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"modality/test-SR.dcm", "modality/reportsi.dcm", "seg-sr/dcmqi-tid1500/sr.dcm"})
    void reportsOfOthersHaveEveryItemThatDcmtkFinds(String name) throws IOException {
        Path file = Judges.shared("dicom-conformance").resolve(name);
        StructuredReport report = StructuredReportReader.read(
                DicomFile.read(file, ReadOptions.LENIENT).dataSet());
        String dump = Judges.program("dsrdump", "-Ev", "-Ec", "-Ee", file).output();
        long items = dump.lines().filter(line -> line.strip().startsWith("<")).count();
        assertThat(count(report.root())).isEqualTo(items).isPositive();
        assertThat(ReportText.of(report).lines().count()).isGreaterThanOrEqualTo(items);
    }

    private static long count(ReportItem item) {
        return 1
                + item.children().stream()
                        .mapToLong(StructuredReportTest::count)
                        .sum();
    }

    private static DataSet.Builder item(String valueType) {
        return DataSet.builder()
                .put(Tag.RelationshipType, "CONTAINS")
                .put(Tag.ValueType, valueType)
                .putItems(Tag.ConceptNameCodeSequence, NAME.toItem());
    }

    private static DataSet.Builder number(String value, String unit) {
        return item("NUM")
                .putItems(
                        Tag.MeasuredValueSequence,
                        DataSet.builder()
                                .put(Tag.NumericValue, value)
                                .putItems(Tag.MeasurementUnitsCodeSequence, new Code(unit, "UCUM", "unit").toItem())
                                .build());
    }

    private static DataSet report(DataSet item) {
        return item("CONTAINER")
                .remove(Tag.RelationshipType)
                .put(Tag.SOPClassUID, Uid.MammographyCADSRStorage)
                .put(Tag.CompletionFlag, "COMPLETE")
                .put(Tag.VerificationFlag, "VERIFIED")
                .putItems(Tag.ContentSequence, item)
                .build();
    }
}
