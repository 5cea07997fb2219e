package org.roentgen.dicom.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.TransferSyntax;
import org.roentgen.dicom.geometry.Vector3;

final class ReportAndCaptureTest {
    private final List<DataSet> source = TestSeries.instances(new Vector3(1, 0, 0), new Vector3(0, 1, 0));

    @TempDir
    Path folder;

    @Test
    void volumesOfSegmentsComeBackAndForeignToolsReadThem() throws IOException {
        DataSet segmentation = new SegmentationBuilder(
                        TestSeries.object("Segmentation"), TestSeries.algorithm(), TestSeries.segments(), source)
                .build(TestSeries.labels());
        List<MeasurementGroup> groups = TestSeries.segments().stream()
                .map(segment -> MeasurementGroup.ofSegment(segment, Measurement.volumeMl(1.5 * segment.number())))
                .toList();
        Path file = write(report(Optional.of(segmentation)).build(groups));
        DataSet read = DicomFile.read(file).dataSet();
        assertThat(MeasurementReportReader.read(read)).isEqualTo(groups);
        assertThat(Judges.program("dciodvfy", file).output()).doesNotContain("Error");
        Judges.Result dump = Judges.program("dsrdump", file);
        assertThat(dump.status()).isZero();
        assertThat(dump.output())
                .contains("Imaging Measurement Report", "\"1.500000\"", "\"3.000000\"", "milliliter")
                .contains("Anterior hippocampus")
                .doesNotContain("\nE: ", "\nF: ");
        String answer = Judges.python("pydicom", """
                import sys, pydicom
                report = pydicom.dcmread(sys.argv[1])
                evidence = report.CurrentRequestedProcedureEvidenceSequence[0].ReferencedSeriesSequence
                print(report.SOPClassUID.name, report.PatientName, *[len(s.ReferencedSOPSequence) for s in evidence])
                """, file);
        assertThat(answer.strip()).isEqualTo("Comprehensive SR Storage Prüfling^Ángela 4 1");
    }

    @Test
    void aProbabilityIsAFindingWithoutASegment() throws IOException {
        MeasurementGroup group = MeasurementGroup.ofFinding(
                "Pneumonia", new Code("233604007", "SCT", "Pneumonia"), Measurement.probability(0.87));
        Path file = write(report(Optional.empty()).build(List.of(group)));
        assertThat(MeasurementReportReader.read(DicomFile.read(file).dataSet())).containsExactly(group);
        assertThat(Judges.program("dciodvfy", file).output()).doesNotContain("Error");
        assertThat(Judges.program("dsrdump", file).status()).isZero();
    }

    @Test
    void aSegmentNeedsASegmentation() {
        MeasurementGroup group =
                MeasurementGroup.ofSegment(TestSeries.segments().getFirst());
        MeasurementReportBuilder report = report(Optional.empty());
        assertThatThrownBy(() -> report.build(List.of(group))).hasMessageContaining("refers to segment 1");
        assertThatThrownBy(() -> Measurement.volumeMl(Double.NaN)).hasMessageContaining("finite");
        assertThatThrownBy(() -> MeasurementReportReader.read(source.getFirst()))
                .isInstanceOf(ObjectFormatException.class);
    }

    @Test
    void readsTheReportOfOthers() throws IOException {
        Path file = Judges.shared("dicom-conformance/seg-sr").resolve("dcmqi-tid1500/sr.dcm");
        List<MeasurementGroup> groups =
                MeasurementReportReader.read(DicomFile.read(file).dataSet());
        assertThat(groups).isNotEmpty();
        assertThat(groups.getFirst().measurements()).isNotEmpty();
        assertThat(groups.getFirst().segment()).contains(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void aCaptureIsValidInGrayAndColour(int samples) throws IOException {
        byte[] pixels = new byte[5 * 7 * samples];
        pixels[samples] = (byte) 200;
        DataSet capture = new SecondaryCaptureBuilder(TestSeries.object("Screenshot"), source.getFirst())
                .build(pixels, 7, 5, true);
        Path file = write(capture);
        assertThat(Judges.program("dciodvfy", file).output()).doesNotContain("Error");
        String answer = Judges.python(
                "pydicom",
                "import sys, pydicom; d = pydicom.dcmread(sys.argv[1]); print(d.pixel_array.ravel()[%d], d.BurnedInAnnotation)"
                        .formatted(samples),
                file);
        assertThat(answer.strip()).isEqualTo("200 YES");
        assertThat(DicomFile.read(file).dataSet().integer(Tag.SamplesPerPixel, 0))
                .isEqualTo(samples);
    }

    @Test
    void aKeyObjectSelectionNamesItsImages() throws IOException {
        Path file = write(new KeyObjectSelectionBuilder(TestSeries.object("Key images"))
                .build(KeyObjectSelectionBuilder.OF_INTEREST, Optional.of("Largest section"), source.subList(0, 2)));
        assertThat(Judges.program("dciodvfy", file).output()).doesNotContain("Error");
        Judges.Result dump = Judges.program("dsrdump", file);
        assertThat(dump.status()).isZero();
        assertThat(dump.output()).contains("Of Interest", "Largest section");
    }

    @Test
    void aPdfIsCarriedUnchanged() throws IOException {
        byte[] pdf = "%PDF-1.4 odd".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        EncapsulatedPdfBuilder builder = new EncapsulatedPdfBuilder(TestSeries.object("Report"), source.getFirst());
        Path file = write(builder.build("Report", pdf));
        assertThat(Judges.program("dciodvfy", file).output()).doesNotContain("Error");
        assertThat(DicomFile.read(file).dataSet().bytes(Tag.EncapsulatedDocument))
                .contains(pdf);
        assertThatThrownBy(() -> builder.build("Report", new byte[3])).hasMessageContaining("no PDF");
    }

    private MeasurementReportBuilder report(Optional<DataSet> segmentation) {
        return new MeasurementReportBuilder(
                TestSeries.object("Measurements"), TestSeries.algorithm(), source, segmentation);
    }

    private Path write(DataSet dataSet) throws IOException {
        Path file = folder.resolve("object.dcm");
        DicomFile.of(dataSet, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN).write(file);
        return file;
    }
}
