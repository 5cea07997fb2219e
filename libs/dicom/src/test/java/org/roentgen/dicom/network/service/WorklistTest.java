package org.roentgen.dicom.network.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.DataSetWriter;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.TransferSyntax;
import org.roentgen.dicom.network.Association;
import org.roentgen.dicom.network.AssociationOptions;
import org.roentgen.dicom.network.DicomServer;
import org.roentgen.dicom.network.Peers;
import org.roentgen.dicom.network.SopClass;
import org.roentgen.dicom.network.TestInstances;
import org.roentgen.dicom.network.TransferSyntaxes;
import org.roentgen.dicom.network.dimse.DimseStatus;

/** A modality's day: it asks for its worklist, reports that a step began, and reports how it ended. */
@Timeout(60)
class WorklistTest {
    private static final LocalDateTime NINE = LocalDateTime.of(2026, 1, 2, 9, 0, 0);
    private static final PerformedStep.Series SERIES = new PerformedStep.Series(
            "1.2.3.5", "Thorax", "", "ARCHIVE", List.of(new SopReference(TestInstances.CT_IMAGE_STORAGE, "1.2.3.5.1")));

    @TempDir
    Path directory;

    @ParameterizedTest(name = "{0} {1} {2} finds {3}")
    @CsvSource(delimiter = '|', textBlock = """
            CT1 |    |                   | A1 A2
            CT1 | CT | 20260102          | A1
            CT1 | CT | 20260101-20260103 | A1 A2
            MR1 |    |                   | A3
                | MR |                   | A3
                | CT | 20260104-         |
            """)
    void asksDcmtkForTheStepsOfAStation(
            @Nullable String station, @Nullable String modality, @Nullable String date, @Nullable String expected)
            throws Exception {
        try (Peers.Running peer = worklist();
                Association association = open(peer.port(), "RIS", SopClass.MODALITY_WORKLIST_FIND)) {
            assertThat(new QueryUser(association)
                            .find(SopClass.MODALITY_WORKLIST_FIND, keys(text(station), text(modality), text(date)), 10))
                    .extracting(item -> item.string(Tag.AccessionNumber, ""))
                    .containsExactlyInAnyOrder(expected == null ? new String[0] : expected.split(" "));
        }
    }

    @Test
    void reportsAStepOfTheWorklistFromItsBeginningToItsEnd() throws Exception {
        DataSet item = item("A1", "CT", "CT1", "20260102", "Größe^Änne");
        PerformedStep step = new PerformedStep("1.2.3.9", "P1", "CT1", "CT", NINE, item);
        StepRecorder recorder = new StepRecorder();
        try (DicomServer server = DicomServer.builder("RIS").service(recorder).start();
                Association association = open(server.port(), "RIS", SopClass.MODALITY_PERFORMED_PROCEDURE_STEP)) {
            PerformedStepUser user = new PerformedStepUser(association);
            assertThat(user.begin(step)).isEqualTo(DimseStatus.SUCCESS);
            assertThat(user.begin(step)).isEqualTo(StepRecorder.DUPLICATE);
            assertThat(end(user, step)).isEqualTo(DimseStatus.SUCCESS);
            assertThat(end(user, step)).isEqualTo(StepRecorder.NO_LONGER);
            assertThat(end(user, new PerformedStep("1.2.3.10", "P2", "CT1", "CT", NINE, item)))
                    .isEqualTo(DimseStatus.NO_SUCH_SOP_INSTANCE);
        }
        List<DataSet> reports = recorder.reports("1.2.3.9");
        assertThat(dump(reports.getFirst()))
                .contains("PerformedProcedureStepStatus", "[IN PROGRESS]", "[20260102]", "[090000]")
                .contains("[Größe^Änne]", "[SPS-A1]", "[RP-A1]", "[A1]", "[1.2.3.4]", "[P1]", "[CT1]");
        assertThat(dump(reports.getLast()))
                .contains("[COMPLETED]", "[093000]", "[Thorax]", "[1.2.3.5]", "[1.2.3.5.1]", "[ARCHIVE]");
    }

    @Test
    void aStepNeedsAStudyAndAnEndedOneASeries() throws Exception {
        assertThatThrownBy(() -> new PerformedStep("1.2.3.9", "P1", "CT1", "CT", NINE, DataSet.EMPTY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("(0020,000D)");
        PerformedStep unscheduled = new PerformedStep(
                "1.2.3.9",
                "P1",
                "CT1",
                "CT",
                NINE,
                DataSet.builder().put(Tag.StudyInstanceUID, "1.2.3.4").build());
        StepRecorder recorder = new StepRecorder();
        try (DicomServer server = DicomServer.builder("RIS").service(recorder).start();
                Association association = open(server.port(), "RIS", SopClass.MODALITY_PERFORMED_PROCEDURE_STEP)) {
            PerformedStepUser user = new PerformedStepUser(association);
            assertThat(user.begin(unscheduled)).isEqualTo(DimseStatus.SUCCESS);
            assertThatThrownBy(() -> user.end(unscheduled, PerformedStep.Ending.DISCONTINUED, NINE, List.of()))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(recorder.reports("1.2.3.9").getFirst().element(Tag.PatientName))
                .as("required, and empty")
                .isPresent();
    }

    private static DimseStatus end(PerformedStepUser user, PerformedStep step) throws IOException {
        return user.end(step, PerformedStep.Ending.COMPLETED, NINE.plusMinutes(30), List.of(SERIES));
    }

    private String dump(DataSet report) throws Exception {
        Path file = directory.resolve("report.dcm");
        try (OutputStream out = Files.newOutputStream(file)) {
            DataSetWriter.write(report, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, out);
        }
        Peers.Finished dump = Peers.run("dcmdump", "-f", "-te", "+L", "+U8", file.toString());
        assertThat(dump.exitStatus()).as(dump.output()).isZero();
        return new String(dump.output().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private Peers.Running worklist() throws Exception {
        Path folder = Files.createDirectory(directory.resolve("RIS"));
        Files.createFile(folder.resolve("lockfile"));
        write(folder, item("A1", "CT", "CT1", "20260102", "Synthetic^One"));
        write(folder, item("A2", "CT", "CT1", "20260103", "Synthetic^Two"));
        write(folder, item("A3", "MR", "MR1", "20260102", "Synthetic^Three"));
        return Peers.serve(List.of("wlmscpfs", "-s", "-dfp", directory.toString(), "PORT"));
    }

    private static void write(Path folder, DataSet item) throws IOException {
        Path file = folder.resolve(item.string(Tag.AccessionNumber, "") + ".wl");
        DicomFile.of(item, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN).write(file);
    }

    private static DataSet item(String accession, String modality, String station, String date, String patient) {
        return DataSet.builder()
                .put(Tag.SpecificCharacterSet, "ISO_IR 100")
                .put(Tag.AccessionNumber, accession)
                .put(Tag.PatientName, patient)
                .put(Tag.PatientID, "SYN-1")
                .put(Tag.StudyInstanceUID, "1.2.3.4")
                .put(Tag.RequestedProcedureID, "RP-" + accession)
                .put(Tag.RequestedProcedureDescription, "Thorax")
                .put(Tag.RequestedProcedurePriority, "HIGH")
                .putItems(
                        Tag.ScheduledProcedureStepSequence,
                        DataSet.builder()
                                .put(Tag.Modality, modality)
                                .put(Tag.ScheduledStationAETitle, station)
                                .put(Tag.ScheduledProcedureStepStartDate, date)
                                .put(Tag.ScheduledProcedureStepStartTime, "090000")
                                .put(Tag.ScheduledPerformingPhysicianName, "Invented^Physician")
                                .put(Tag.ScheduledProcedureStepDescription, "Thorax")
                                .put(Tag.ScheduledProcedureStepID, "SPS-" + accession)
                                .build())
                .build();
    }

    private static DataSet keys(String station, String modality, String date) {
        return DataSet.builder()
                .put(Tag.AccessionNumber, "")
                .put(Tag.PatientName, "")
                .putItems(
                        Tag.ScheduledProcedureStepSequence,
                        DataSet.builder()
                                .put(Tag.Modality, modality)
                                .put(Tag.ScheduledStationAETitle, station)
                                .put(Tag.ScheduledProcedureStepStartDate, date)
                                .build())
                .build();
    }

    private static Association open(int port, String called, String sopClass) throws IOException {
        return Association.open(AssociationOptions.builder("localhost", port, "CT1", called)
                .context(sopClass, TransferSyntaxes.UNCOMPRESSED)
                .build());
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
