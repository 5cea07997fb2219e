package org.roentgen.workflow.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.DataSetWriter;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.TransferSyntax;
import org.roentgen.dicom.network.AssociationRejectedException;
import org.roentgen.dicom.network.dimse.DimseStatus;
import org.roentgen.dicom.network.pdu.AssociateReject;
import org.roentgen.domain.object.ObjectId;
import org.roentgen.domain.object.ObjectStore;
import org.roentgen.workflow.configuration.Identified;
import org.roentgen.workflow.database.Sql;
import org.roentgen.workflow.support.BackingServices;
import org.roentgen.workflow.support.Fixtures;
import org.roentgen.workflow.support.LoggedLines;
import org.roentgen.workflow.support.MagneticResonance;
import org.roentgen.workflow.support.QuietSchedules;
import org.roentgen.workflow.support.Scanner;

@QuarkusTest
@TestProfile(QuietSchedules.class)
@WithTestResource(BackingServices.class)
class DimseIngestTest {
    @Inject
    DimseReceiver receiver;

    @Inject
    Fixtures fixtures;

    @Inject
    Sql sql;

    @Inject
    ProducerTemplate routes;

    @Inject
    @Identified
    ObjectStore objects;

    private final MagneticResonance series = new MagneticResonance();
    private Scanner scanner;

    @BeforeEach
    void configureSource() {
        fixtures.source("SCANNER1");
        scanner = new Scanner(receiver.port().orElseThrow(), "SCANNER1");
    }

    @Test
    void storedInstancesAreDurableAndRegisteredWhenSuccessIsAnswered() throws Exception {
        assertThat(scanner.send(series.slices(3))).containsOnly(DimseStatus.SUCCESS);
        List<String> stored = sql.list("""
                select object_id from instance join series on series.id = instance.series_id
                where series_instance_uid = ?
                """, row -> row.text("object_id"), series.seriesUid);
        assertThat(stored).hasSize(3).allSatisfy(object -> assertThat(objects.contains(new ObjectId(object)))
                .isTrue());
    }

    @Test
    void theSameInstanceAgainSucceedsAndIsNotDoubled() throws Exception {
        scanner.send(series.slices(1));
        fixtures.source("SCANNER2");
        Scanner other = new Scanner(receiver.port().orElseThrow(), "SCANNER2");
        assertThat(scanner.send(series.slices(1))).containsOnly(DimseStatus.SUCCESS);
        assertThat(other.send(series.slices(1))).containsOnly(DimseStatus.SUCCESS);
        assertThat(other.send(series.slices(1), TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN))
                .containsOnly(DimseStatus.SUCCESS);
        assertThat(count("instance where sop_instance_uid = ?", uid(0))).isEqualTo(1);
        assertThat(count("quarantine where sop_instance_uid = ?", uid(0))).isZero();
    }

    @Test
    void otherContentUnderTheSameUidIsRefusedAndQuarantined() throws Exception {
        scanner.send(series.slices(1));
        DataSet changed = series.slice(0).put(Tag.SeriesDescription, "other").build();
        try (LoggedLines log = new LoggedLines(IngestErrors.class)) {
            assertThat(scanner.send(List.of(changed)).getFirst().isDone()).isFalse();
            assertThat(log.lines())
                    .singleElement()
                    .asString()
                    .contains("CONFLICTING_INSTANCE")
                    .doesNotContain(uid(0));
        }
        assertThat(quarantineCode(uid(0))).containsExactly("CONFLICTING_INSTANCE");
        assertThat(count("instance where sop_instance_uid = ?", uid(0))).isEqualTo(1);
    }

    @Test
    void aTruncatedInstanceCannotBeUnderstoodAndIsQuarantined() throws Exception {
        byte[] whole = encoded(series.slice(0).build());
        DimseStatus status = scanner.sendBytes(uid(0), Arrays.copyOf(whole, whole.length - 20));
        assertThat(status.code()).isEqualTo(0xC000);
        assertThat(quarantineCode(uid(0))).containsExactly("MALFORMED_DICOM");
        assertThat(count("instance where sop_instance_uid = ?", uid(0))).isZero();
    }

    @Test
    void anInstanceOtherThanAnnouncedIsRefused() throws Exception {
        String announced = Fixtures.uid(UUID.randomUUID());
        DimseStatus status =
                scanner.sendBytes(announced, encoded(series.slice(0).build()));
        assertThat(status.isDone()).isFalse();
        assertThat(quarantineCode(announced)).containsExactly("MALFORMED_DICOM");
    }

    @Test
    void anUnknownCallerIsRejectedAuditedAndCounted() {
        String caller = "X" + UUID.randomUUID().toString().substring(0, 8);
        assertThatThrownBy(() -> new Scanner(receiver.port().orElseThrow(), caller).send(series.slices(1)))
                .isInstanceOfSatisfying(AssociationRejectedException.class, rejected -> assertThat(
                                rejected.reject().reason())
                        .isEqualTo(AssociateReject.Reason.CALLING_AE_TITLE_NOT_RECOGNIZED));
        assertThat(count("audit_event where action = 'association.refuse' and object_id = ?", caller))
                .isEqualTo(1);
    }

    @Test
    void aQuarantinedInstanceIsTakenInAgainWhenItsReasonIsGone() throws Exception {
        scanner.send(series.slices(1));
        DataSet changed = series.slice(0).put(Tag.SeriesDescription, "other").build();
        scanner.send(List.of(changed));
        UUID entry = sql.first("select id from quarantine where sop_instance_uid = ?", row -> row.uuid("id"), uid(0))
                .orElseThrow();
        replay(entry);
        assertThat(quarantineState(entry)).isEqualTo("OPEN");
        sql.update("delete from instance where sop_instance_uid = ?", uid(0));
        replay(entry);
        assertThat(quarantineState(entry)).isEqualTo("REPLAYED");
        assertThat(count("instance where sop_instance_uid = ?", uid(0))).isEqualTo(1);
    }

    private void replay(UUID entry) {
        sql.update("update quarantine set state = 'REPLAY_REQUESTED' where id = ?", entry);
        routes.sendBody("direct:quarantine-replay", entry);
    }

    private String quarantineState(UUID entry) {
        return sql.first("select state from quarantine where id = ?", row -> row.text("state"), entry)
                .orElseThrow();
    }

    private List<String> quarantineCode(String uid) {
        return sql.list("select code from quarantine where sop_instance_uid = ?", row -> row.text("code"), uid);
    }

    private int count(String fromWhere, Object parameter) {
        return sql.first("select count(*) as n from " + fromWhere, row -> row.integer("n"), parameter)
                .orElseThrow();
    }

    private String uid(int slice) {
        return series.slice(slice).build().string(Tag.SOPInstanceUID, "");
    }

    private static byte[] encoded(DataSet dataSet) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataSetWriter.write(dataSet, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, bytes);
        return bytes.toByteArray();
    }
}
