package org.roentgen.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.roentgen.api.objects.Deidentified;
import org.roentgen.api.objects.Identified;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.TransferSyntax;
import org.roentgen.domain.object.ObjectStore;

/** The evidence that the workflow leaves, read through the API. */
@QuarkusTest
@QuarkusTestResource(BackingServices.class)
class DeidentificationTest {
    private static final String ACTIONS = """
            [{"path": "(0008,0018)", "action": "REPLACE_UID", "before": "aaaaaaaaaaaaaaaaaaaa%1$d", "after": "b%1$d"},
             {"path": "(0010,0010)", "action": "PSEUDONYM", "before": "cc", "after": "dd"},
             {"path": "(0012,0062)", "action": "ADD", "after": "ee"}]
            """;

    @Inject
    @Identified
    ObjectStore originals;

    @Inject
    @Deidentified
    ObjectStore copies;

    private final UUID study = UUID.randomUUID();
    private final UUID series = UUID.randomUUID();
    private final UUID first = UUID.randomUUID();
    private final UUID second = UUID.randomUUID();
    private final UUID record = UUID.randomUUID();
    private final UUID newer = UUID.randomUUID();

    @BeforeEach
    void writeWhatTheWorkflowWrites() throws Exception {
        Archived.series(study, series, "MR");
        instance(first, "Invented^Ada");
        instance(second, "Invented^Ada");
        record(record, "basic", "RELEASED");
        record(newer, "research", "REFUSED");
        copy(first, 1);
        copy(second, 2);
        Owner.execute(
                "insert into deidentified_instance (record_id, instance_id, state, cause_message) values (?, ?, 'REFUSED', 'burned in')",
                newer,
                first);
    }

    @Test
    void aStudyHasARecordOfEachProfileVersion() {
        for (String name : new String[] {study.toString(), Archived.uid(study)}) {
            Tokens.as("radiologist")
                    .get("/api/v1/studies/" + name + "/deidentification")
                    .then()
                    .statusCode(200)
                    .body("items.profile", equalTo(List.of("basic", "research")))
                    .body("items[0].state", equalTo("RELEASED"))
                    .body("items[0].instances", equalTo(2))
                    .body("items[0].actions", equalTo(Map.of("ADD", 2, "PSEUDONYM", 2, "REPLACE_UID", 2)))
                    .body("items[0].series[0].id", equalTo(record.toString()))
                    .body("items[1].state", equalTo("REFUSED"))
                    .body("items[1].refused", equalTo(1))
                    .body(not(containsString("Invented")));
        }
        Tokens.as("admin").get("/api/v1/studies/1.2.3/deidentification").then().statusCode(404);
    }

    @Test
    void aRecordTellsEachAttributeAndCommonFingerprints() {
        Tokens.as("integrator")
                .get("/api/v1/deidentification-records/" + record)
                .then()
                .statusCode(200)
                .body("profileHash", equalTo("f".repeat(64)))
                .body("attributes.name", equalTo(List.of("SOPInstanceUID", "PatientName", "PatientIdentityRemoved")))
                .body("attributes[0].before", nullValue())
                .body("attributes[1].before", equalTo("cc"))
                .body("attributes[1].after", equalTo("dd"))
                .body("attributes[1].instances", equalTo(2))
                .body("attributes[2].before", nullValue());
    }

    @Test
    void theInstancesOfARecordHaveTheirOwnFingerprintsOrTheReasonOfTheirRefusal() {
        Tokens.as("admin")
                .get("/api/v1/deidentification-records/" + record + "/instances?limit=1&offset=1")
                .then()
                .statusCode(200)
                .body("total", equalTo(2))
                .body("items", hasSize(1))
                .body("items[0].attributes", hasSize(3))
                .body("items[0].attributes[0].after", equalTo("b2"))
                .body("items[0].regions[0].width", equalTo(30));
        Tokens.as("admin")
                .get("/api/v1/deidentification-records/" + newer + "/instances")
                .then()
                .body("items[0].state", equalTo("REFUSED"))
                .body("items[0].cause", equalTo("burned in"))
                .body("items[0].attributes", empty());
    }

    @Test
    void onlyAnAdministratorComparesAndEveryLookIsInTheAuditTrail() {
        String path = "/api/v1/deidentification-records/" + record + "/instances/" + first + "/difference";
        Tokens.as("radiologist").get(path).then().statusCode(403);
        for (int look = 0; look < 2; look++) {
            Tokens.as("admin")
                    .get(path)
                    .then()
                    .statusCode(200)
                    .body("attributes.find { it.name == 'PatientName' }.before", equalTo("Invented^Ada"))
                    .body("attributes.find { it.name == 'PatientName' }.after", equalTo("P123"))
                    .body("attributes.find { it.name == 'PatientName' }.action", equalTo("PSEUDONYM"))
                    .body("attributes.find { it.name == 'Modality' }.action", nullValue());
        }
        Tokens.as("auditor")
                .get("/api/v1/audit?action=deidentification.compare")
                .then()
                .body("items.findAll { it.objectId == '%s' }".formatted(first), hasSize(2));
        Tokens.as("admin")
                .get("/api/v1/deidentification-records/" + newer + "/instances/" + first + "/difference")
                .then()
                .statusCode(409)
                .body("code", equalTo("NO_COPY"));
    }

    @Test
    void onlyAnAdministratorSeesTheFaceAndEveryLookIsInTheAuditTrail() throws Exception {
        String path = "/api/v1/deidentification-records/" + record;
        Tokens.as("admin").get(path + "/face-picture").then().statusCode(404);
        Tokens.as("radiologist").get(path).then().body("facePicture", equalTo(false));
        byte[] picture = {(byte) 0x89, 'P', 'N', 'G'};
        Owner.execute(
                "update deidentification_record set face_picture_object_id = ? where id = ?",
                originals.put(picture).value(),
                record);

        Tokens.as("radiologist").get(path).then().body("facePicture", equalTo(true));
        for (String role : List.of("radiologist", "integrator", "auditor")) {
            Tokens.as(role).get(path + "/face-picture").then().statusCode(403);
        }
        byte[] seen = Tokens.as("admin")
                .get(path + "/face-picture")
                .then()
                .statusCode(200)
                .contentType("image/png")
                .extract()
                .asByteArray();
        assertThat(seen).isEqualTo(picture);
        Tokens.as("auditor")
                .get("/api/v1/audit?action=deidentification.look")
                .then()
                .body(
                        "items.findAll { it.details.record == '%s' }.objectId".formatted(record),
                        equalTo(List.of(series.toString())));
    }

    @Test
    void aStudyIsAskedForAgainWithAnApprovedProfile() {
        String path = "/api/v1/studies/" + study + "/deidentification";
        Tokens.as("admin")
                .contentType("application/json")
                .body("{\"profile\": \"research\"}")
                .post(path)
                .then()
                .statusCode(202)
                .body("state", equalTo("PENDING"))
                .body("requestedBy", equalTo("demo-admin"));
        Tokens.as("admin")
                .contentType("application/json")
                .body("{\"profile\": \"none\"}")
                .post(path)
                .then()
                .statusCode(400);
        Tokens.as("admin").get(path + "-requests").then().body("items.profile", equalTo(List.of("research")));
    }

    private void record(UUID id, String profile, String state) throws Exception {
        Owner.execute("""
                insert into deidentification_record (id, study_id, series_id, profile, profile_version, profile_hash, project,
                    key_version, key_id, software, state, finished_at) values (?, ?, ?, ?, 1, ?, 'default', 1, 'k', 'test', ?, now())
                """, id, study, series, profile, "f".repeat(64), state);
    }

    private void instance(UUID id, String patient) throws Exception {
        Owner.execute(
                """
                insert into instance (id, series_id, sop_instance_uid, sop_class_uid, transfer_syntax_uid, decodable,
                    object_id, size_bytes, origin)
                values (?, ?, ?, '1.2.840.10008.5.1.4.1.1.4', '1.2.840.10008.1.2.1', true, ?, 1, 'RECEIVED')
                """,
                id,
                series,
                Archived.uid(id),
                originals.put(file(Archived.uid(id), patient)).value());
    }

    private void copy(UUID instance, int number) throws Exception {
        Owner.execute(
                """
                insert into deidentified_instance (record_id, instance_id, state, released, pseudonymous_sop_instance_uid,
                    object_id, actions, regions)
                values (?, ?, 'DONE', true, ?, ?, cast(? as jsonb),
                    '[{"x": 1, "y": 2, "width": 30, "height": 4}]')
                """,
                record,
                instance,
                "2.25.8" + number,
                copies.put(file("2.25.8" + number, "P123")).value(),
                ACTIONS.formatted(number));
    }

    private static byte[] file(String uid, String patient) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        DataSet dataSet = DataSet.builder()
                .put(Tag.SOPClassUID, "1.2.840.10008.5.1.4.1.1.4")
                .put(Tag.SOPInstanceUID, uid)
                .put(Tag.Modality, "MR")
                .put(Tag.PatientName, patient)
                .build();
        DicomFile.of(dataSet, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN).write(file);
        return file.toByteArray();
    }
}
