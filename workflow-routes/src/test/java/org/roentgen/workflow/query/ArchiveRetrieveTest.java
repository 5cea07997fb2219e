package org.roentgen.workflow.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.network.Association;
import org.roentgen.dicom.network.AssociationOptions;
import org.roentgen.dicom.network.SopClass;
import org.roentgen.dicom.network.TransferSyntaxes;
import org.roentgen.dicom.network.dimse.DimseStatus;
import org.roentgen.dicom.network.service.CommitmentRequest;
import org.roentgen.dicom.network.service.CommitmentResult;
import org.roentgen.dicom.network.service.CommitmentUser;
import org.roentgen.dicom.network.service.RetrieveProgress;
import org.roentgen.dicom.network.service.RetrieveUser;
import org.roentgen.dicom.network.service.SopReference;
import org.roentgen.workflow.database.Sql;
import org.roentgen.workflow.ingest.DimseReceiver;
import org.roentgen.workflow.support.ArchivedStudy;
import org.roentgen.workflow.support.BackingServices;
import org.roentgen.workflow.support.Fixtures;
import org.roentgen.workflow.support.MagneticResonance;
import org.roentgen.workflow.support.QuietSchedules;
import org.roentgen.workflow.support.Workstation;

@QuarkusTest
@TestProfile(QuietSchedules.class)
@WithTestResource(BackingServices.class)
class ArchiveRetrieveTest {
    @Inject
    DimseReceiver receiver;

    @Inject
    Fixtures fixtures;

    @Inject
    ArchivedStudy studies;

    @Inject
    Sql sql;

    private ArchivedStudy.Content study;
    private Workstation destination;

    @BeforeEach
    void fill() throws IOException {
        fixtures.queryingSource("QUERY");
        fixtures.source("STOREONLY");
        study = studies.put("retrieve", "Invented^Patient", "20260102");
        destination = new Workstation("DEST");
        fixtures.destinationAt("DEST", destination.port());
    }

    @AfterEach
    void stop() throws IOException {
        destination.close();
    }

    @ParameterizedTest(name = "{0} of {1} gives {2}")
    @CsvSource(textBlock = """
            STUDY,  STUDY_ROOT,   4
            STUDY,  PATIENT_ROOT, 4
            SERIES, STUDY_ROOT,   3
            IMAGE,  STUDY_ROOT,   2
            """)
    void movesToAnEnabledDestination(String level, String root, int expected) throws IOException {
        String sopClass = root.equals("STUDY_ROOT") ? SopClass.STUDY_ROOT_MOVE : SopClass.PATIENT_ROOT_MOVE;
        RetrieveProgress moved = move("QUERY", sopClass, "DEST", keys(level));
        assertThat(moved.status()).isEqualTo(DimseStatus.SUCCESS);
        assertThat(moved.completed()).isEqualTo(expected);
        assertThat(destination.received()).hasSize(expected);
        assertThat(audited("SUCCESS"))
                .containsExactly("ae:QUERY {\"to\": \"DEST\", \"instances\": \"" + expected + "\"}");
    }

    @Test
    void whatTheReceiverDoesNotTakeCompressedArrivesDecoded() throws IOException {
        DataSet compressed = study.slices().getFirst();
        move("QUERY", SopClass.STUDY_ROOT_MOVE, "DEST", keys("STUDY"));
        DataSet arrived = destination.received().stream()
                .filter(file ->
                        file.dataSet().string(Tag.SOPInstanceUID, "").equals(compressed.string(Tag.SOPInstanceUID, "")))
                .findFirst()
                .orElseThrow()
                .dataSet();
        assertThat(arrived.bytes(Tag.PixelData).orElseThrow())
                .isEqualTo(compressed.bytes(Tag.PixelData).orElseThrow());
    }

    @Test
    void getsOnTheSameAssociation() throws IOException {
        AssociationOptions options = RetrieveUser.proposeGet(
                        options("QUERY"),
                        SopClass.STUDY_ROOT_GET,
                        List.of(MagneticResonance.SOP_CLASS, ArchivedStudy.SEGMENTATION),
                        destination.handler())
                .build();
        try (Association association = Association.open(options)) {
            RetrieveProgress got = new RetrieveUser(association).get(SopClass.STUDY_ROOT_GET, keys("STUDY"), _ -> {});
            assertThat(got.status()).isEqualTo(DimseStatus.SUCCESS);
        }
        assertThat(destination.received())
                .extracting(file -> file.dataSet().string(Tag.SOPClassUID, ""))
                .containsOnlyOnce(ArchivedStudy.SEGMENTATION)
                .hasSize(4);
        assertThat(audited("SUCCESS")).containsExactly("ae:QUERY {\"to\": \"QUERY\", \"instances\": \"4\"}");
    }

    @ParameterizedTest(name = "{0} to {1}, level {2}, StudyInstanceUID [{3}]: {4}")
    @CsvSource(textBlock = """
            QUERY,     NOWHERE, STUDY,   mine, A801
            STOREONLY, DEST,    STUDY,   mine, 0124
            STOREONLY, NOWHERE, STUDY,   mine, 0124
            QUERY,     DEST,    STUDY,   '',   A900
            QUERY,     DEST,    STUDY,   *,    A900
            QUERY,     DEST,    STUDY,   1.2*, A900
            QUERY,     DEST,    SERIES,  mine, A900
            QUERY,     DEST,    PATIENT, mine, A900
            QUERY,     DEST,    '',      mine, A900
            """)
    void refusesWhatIsNotAllowedOrNotNamed(String caller, String to, String level, String uid, String status)
            throws IOException {
        DataSet keys = DataSet.builder()
                .put(Tag.QueryRetrieveLevel, level)
                .put(Tag.StudyInstanceUID, uid.equals("mine") ? study.studyUid() : uid)
                .build();
        RetrieveProgress refused = move(caller, SopClass.STUDY_ROOT_MOVE, to, keys);
        assertThat("%04X".formatted(refused.status().code())).isEqualTo(status);
        assertThat(destination.received()).isEmpty();
        assertThat(audited("SUCCESS")).isEmpty();
    }

    @Test
    void aDisabledDestinationGetsNothing() throws IOException {
        sql.update("update destination set enabled = false where ae_title = 'DEST'");
        assertThat(move("QUERY", SopClass.STUDY_ROOT_MOVE, "DEST", keys("STUDY"))
                        .status())
                .isEqualTo(DimseStatus.MOVE_DESTINATION_UNKNOWN);
    }

    @Test
    void whatADestinationThatIsDownDidNotGetIsAudited() throws IOException {
        destination.shutDown();
        RetrieveProgress failed = move("QUERY", SopClass.STUDY_ROOT_MOVE, "DEST", keys("STUDY"));
        assertThat(failed.status()).isEqualTo(DimseStatus.OUT_OF_RESOURCES_SUBOPERATIONS);
        assertThat(failed.failedInstances()).hasSize(4).contains(study.segmentationUid());
        assertThat(audited("FAILURE")).hasSize(1).allMatch(details -> details.contains("\"notSent\": \"4\""));
    }

    @Test
    void commitsToWhatIsArchivedAndNothingElse() throws Exception {
        BlockingQueue<CommitmentResult> results = new LinkedBlockingQueue<>();
        CommitmentUser user = new CommitmentUser(results::add);
        SopReference archived =
                reference(MagneticResonance.SOP_CLASS, study.slices().getLast());
        SopReference otherClass =
                reference(ArchivedStudy.SEGMENTATION, study.slices().getLast());
        SopReference unknown = new SopReference(MagneticResonance.SOP_CLASS, Fixtures.uid(UUID.randomUUID()));
        SopReference wild = new SopReference(MagneticResonance.SOP_CLASS, "*");
        AssociationOptions options = options("STOREONLY")
                .context(SopClass.STORAGE_COMMITMENT_PUSH_MODEL, TransferSyntaxes.UNCOMPRESSED)
                .service(user)
                .build();
        try (Association association = Association.open(options)) {
            CommitmentRequest request = new CommitmentRequest("1.2.3.4", List.of(archived, otherClass, unknown, wild));
            assertThat(CommitmentUser.request(association, request)).isEqualTo(DimseStatus.SUCCESS);
            assertThat(results.poll(20, TimeUnit.SECONDS))
                    .isEqualTo(new CommitmentResult(
                            "1.2.3.4",
                            List.of(archived),
                            List.of(
                                    new CommitmentResult.Failure(otherClass, 0x0119),
                                    new CommitmentResult.Failure(unknown, 0x0112),
                                    new CommitmentResult.Failure(wild, 0x0112))));
        }
    }

    private static SopReference reference(String sopClass, DataSet slice) {
        return new SopReference(sopClass, slice.string(Tag.SOPInstanceUID, ""));
    }

    private DataSet keys(String level) {
        DataSet.Builder keys =
                DataSet.builder().put(Tag.QueryRetrieveLevel, level).put(Tag.StudyInstanceUID, study.studyUid());
        if (level.equals("SERIES")) {
            keys.put(Tag.SeriesInstanceUID, study.seriesUid());
        }
        if (level.equals("IMAGE")) {
            keys.put(
                    Tag.SOPInstanceUID,
                    study.slices().getFirst().string(Tag.SOPInstanceUID, ""),
                    study.segmentationUid());
        }
        return keys.build();
    }

    private RetrieveProgress move(String caller, String sopClass, String to, DataSet keys) throws IOException {
        AssociationOptions options =
                options(caller).context(sopClass, TransferSyntaxes.UNCOMPRESSED).build();
        try (Association association = Association.open(options)) {
            return new RetrieveUser(association).move(sopClass, to, keys, _ -> {});
        }
    }

    private AssociationOptions.Builder options(String caller) {
        return AssociationOptions.builder("localhost", receiver.port().orElseThrow(), caller, "ROENTGEN");
    }

    private List<String> audited(String outcome) {
        return sql.list(
                "select actor, details from audit_event where action = 'study.retrieve' and object_id = ? and outcome = ?",
                row -> row.text("actor") + " " + row.text("details"),
                study.studyUid(),
                outcome);
    }
}
