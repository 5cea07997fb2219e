package org.roentgen.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.roentgen.api.objects.Identified;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.TransferSyntax;
import org.roentgen.dicom.VR;
import org.roentgen.domain.object.ObjectStore;

/** Images on which a person has to decide. */
@QuarkusTest
@QuarkusTestResource(BackingServices.class)
class PixelDoubtTest {
    private static final int ROWS = 4;
    private static final int COLUMNS = 6;
    private static final String BLANK_ONE = "{\"regions\": [{\"x\": 1, \"y\": 1, \"width\": 2, \"height\": 1}]}";

    @Inject
    @Identified
    ObjectStore originals;

    private final UUID study = UUID.randomUUID();
    private final UUID series = UUID.randomUUID();
    private final UUID record = UUID.randomUUID();
    private final UUID first = UUID.randomUUID();
    private final UUID second = UUID.randomUUID();
    private final UUID smaller = UUID.randomUUID();

    @BeforeEach
    void refuseASeries() throws Exception {
        Archived.series(study, series, "US");
        Owner.execute("""
                insert into deidentification_record (id, study_id, series_id, profile, profile_version, profile_hash, project,
                    key_version, key_id, software, state, finished_at) values (?, ?, ?, 'basic+pixels', 1, ?, 'default', 1, 'k', 'test', 'REFUSED', now())
                """, record, study, series, "f".repeat(64));
        doubt(first, ROWS);
        doubt(second, ROWS);
        doubt(smaller, ROWS - 1);
    }

    @Test
    void theWaitingImagesAreListedWithWhatWasFound() {
        Tokens.as("admin")
                .get("/api/v1/pixel-doubts?limit=1000")
                .then()
                .statusCode(200)
                .body(of("recordId", record), hasSize(3))
                .body(of("instanceId", first) + "[0].alike", equalTo(1))
                .body(of("instanceId", smaller) + "[0].alike", equalTo(0))
                .body(of("instanceId", first) + "[0].columns", equalTo(COLUMNS))
                .body(of("instanceId", first) + "[0].regions[0].width", equalTo(3))
                .body(of("instanceId", first) + "[0].profile", equalTo("basic+pixels"));
    }

    @Test
    void theOriginalIsShownAtItsFullSizeAndEveryLookIsInTheAuditTrail() throws IOException {
        byte[] picture = Tokens.as("admin")
                .get(path(first) + "/picture?frame=1")
                .then()
                .statusCode(200)
                .contentType("image/png")
                .extract()
                .asByteArray();
        var image = ImageIO.read(new ByteArrayInputStream(picture));
        assertThat(image.getWidth()).isEqualTo(COLUMNS);
        assertThat(image.getHeight()).isEqualTo(ROWS);
        Tokens.as("admin").get(path(first) + "/picture?frame=2").then().statusCode(400);
        Tokens.as("admin")
                .get(path(first) + "/picture?of=COPY")
                .then()
                .statusCode(409)
                .body("code", equalTo("NO_COPY"));
        Tokens.as("auditor")
                .get("/api/v1/audit?action=deidentification.look")
                .then()
                .body("items.findAll { it.objectId == '%s' }".formatted(first), hasSize(1));
    }

    @Test
    void theLastDecisionTakesTheSeriesUpAgain() {
        decide(first, "{\"regions\": [], \"alike\": true}")
                .then()
                .statusCode(200)
                .body("decided", equalTo(2))
                .body("waiting", equalTo(1));
        Tokens.as("admin").get(requests()).then().body("items", hasSize(0));
        decide(smaller, BLANK_ONE).then().statusCode(200).body("waiting", equalTo(0));
        Tokens.as("admin")
                .get(requests())
                .then()
                .body("items", hasSize(1))
                .body("items[0].profile", equalTo("basic+pixels"))
                .body("items[0].requestedBy", equalTo("demo-admin"));
        Tokens.as("admin").get("/api/v1/pixel-doubts?limit=1000").then().body(of("recordId", record), hasSize(0));
        decide(first, BLANK_ONE).then().statusCode(409).body("code", equalTo("NOT_IN_DOUBT"));
    }

    @Test
    void aRunThatWasHeldUpGoesOnInsteadOfANewRequest() throws Exception {
        UUID run = UUID.randomUUID();
        UUID pipeline = UUID.randomUUID();
        UUID version = UUID.randomUUID();
        Owner.execute("insert into pipeline (id, name) values (?, ?)", pipeline, "p" + pipeline);
        Owner.execute(
                "insert into pipeline_version (id, pipeline_id, version, definition, created_by)"
                        + " values (?, ?, 1, '{}', 'test')",
                version,
                pipeline);
        Owner.execute(
                "insert into pipeline_run (id, pipeline_version_id, study_id, series_id, content_hash, state, finished_at)"
                        + " values (?, ?, ?, ?, 'h', 'FAILED', now())",
                run,
                version,
                study,
                series);
        Owner.execute(
                "insert into pipeline_step (id, run_id, ordinal, kind, state) values (?, ?, 0, 'DEIDENTIFY', 'DEAD_LETTER')",
                UUID.randomUUID(),
                run);
        decide(first, "{\"regions\": [], \"alike\": true}").then().statusCode(200);
        decide(smaller, BLANK_ONE).then().statusCode(200);
        Tokens.as("admin").get("/api/v1/pipeline-runs/" + run).then().body("state", equalTo("RUNNING"));
        Tokens.as("admin").get(requests()).then().body("items", hasSize(0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                                          | regions are missing",
                "{\"regions\": [{\"x\": 6, \"y\": 0, \"width\": 1, \"height\": 1}]}  | must begin in the image of 6x4",
                "{\"regions\": [{\"x\": 0, \"y\": 0, \"width\": 0, \"height\": 1}]}  | have an area",
                "{\"regions\": [{\"x\": -1, \"y\": 0, \"width\": 2, \"height\": 1}]} | must begin in the image"
            })
    void aDecisionThatMakesNoSenseIsRefused(String body, String reason) {
        decide(first, body).then().statusCode(400).body("detail", containsString(reason));
    }

    private io.restassured.response.Response decide(UUID instance, String body) {
        return Tokens.as("admin").contentType("application/json").body(body).post(path(instance) + "/pixel-decision");
    }

    private String path(UUID instance) {
        return "/api/v1/deidentification-records/" + record + "/instances/" + instance;
    }

    private String requests() {
        return "/api/v1/studies/" + study + "/deidentification-requests";
    }

    private static String of(String field, UUID value) {
        return "items.findAll { it.%s == '%s' }".formatted(field, value);
    }

    private void doubt(UUID instance, int rows) throws Exception {
        Owner.execute(
                """
                insert into instance (id, series_id, sop_instance_uid, sop_class_uid, transfer_syntax_uid, decodable, rows,
                    columns, object_id, size_bytes, origin)
                values (?, ?, ?, '1.2.840.10008.5.1.4.1.1.6.1', '1.2.840.10008.1.2.1', true, ?, ?, ?, 1, 'RECEIVED')
                """,
                instance,
                series,
                Archived.uid(instance),
                rows,
                COLUMNS,
                originals.put(file(Archived.uid(instance), rows)).value());
        Owner.execute(
                "insert into deidentified_instance (record_id, instance_id, state, doubtful, cause_message, regions)"
                        + " values (?, ?, 'REFUSED', true, 'a person has to look',"
                        + " '[{\"x\": 0, \"y\": 0, \"width\": 3, \"height\": 1}]')",
                record,
                instance);
    }

    private static byte[] file(String uid, int rows) throws IOException {
        byte[] pixels = new byte[rows * COLUMNS];
        Arrays.fill(pixels, (byte) 9);
        DataSet dataSet = DataSet.builder()
                .put(Tag.SOPClassUID, "1.2.840.10008.5.1.4.1.1.6.1")
                .put(Tag.SOPInstanceUID, uid)
                .put(Tag.Modality, "US")
                .putIntegers(Tag.SamplesPerPixel, 1)
                .put(Tag.PhotometricInterpretation, "MONOCHROME2")
                .putIntegers(Tag.Rows, rows)
                .putIntegers(Tag.Columns, COLUMNS)
                .putIntegers(Tag.BitsAllocated, 8)
                .putIntegers(Tag.BitsStored, 8)
                .putIntegers(Tag.HighBit, 7)
                .putIntegers(Tag.PixelRepresentation, 0)
                .putBytes(Tag.PixelData, VR.OB, pixels)
                .build();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        DicomFile.of(dataSet, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN).write(file);
        return file.toByteArray();
    }
}
