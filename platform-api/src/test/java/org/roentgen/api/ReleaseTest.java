package org.roentgen.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.roentgen.api.objects.Deidentified;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.TransferSyntax;
import org.roentgen.dicom.VR;
import org.roentgen.domain.object.ObjectStore;

/** What must be known, and who must sign, before a data set leaves. */
@QuarkusTest
@QuarkusTestResource(BackingServices.class)
class ReleaseTest {
    private static final String[] SEX = {"F", "F", "F", "F", "F", "M"};

    @Inject
    @Deidentified
    ObjectStore copies;

    private final UUID dataset = UUID.randomUUID();
    private final UUID version = UUID.randomUUID();
    private final String prefix = "2.25." + System.nanoTime();

    @BeforeEach
    void writeWhatTheWorkflowWrites() throws Exception {
        List<String> cases = new ArrayList<>();
        for (int index = 0; index < SEX.length; index++) {
            archivedSeries(index);
            cases.add(datasetCase(prefix + index, "P" + index));
        }
        cases.add(datasetCase("from-nifti", "Q"));
        String manifest = """
                {"schemaVersion": 1, "name": "d", "task": "CLASSIFICATION", "source": "archive", "labels": [], "cases": [%s]}
                """.formatted(String.join(",", cases));
        Owner.execute("insert into dataset (id, name, task) values (?, ?, 'CLASSIFICATION')", dataset, "r" + dataset);
        Owner.execute(
                """
                insert into dataset_version (id, dataset_id, version, manifest_object_id, cases, patients, train_cases,
                    tune_cases, test_cases, labels, created_by, pseudonym_keys) values (?, ?, 1, ?, 7, 7, 7, 0, 0, '[]', 'test',
                    '[{"project": "lung", "version": 2, "cases": 6}]')
                """,
                version,
                dataset,
                copies.put(manifest.getBytes(StandardCharsets.UTF_8)).value());
    }

    @Test
    void aVersionTellsTheKeysOfItsPseudonyms() {
        Tokens.as("data-scientist")
                .get("/api/v1/dataset-versions/" + version)
                .then()
                .statusCode(200)
                .body("pseudonymKeys.project", equalTo(List.of("lung")))
                .body("pseudonymKeys.version", equalTo(List.of(2)))
                .body("pseudonymKeys.cases", equalTo(List.of(6)));
    }

    @Test
    void theReportCountsWhoIsAloneAndWhatWasKept() {
        Tokens.as("data-scientist")
                .get("/api/v1/dataset-versions/" + version + "/risk")
                .then()
                .statusCode(200)
                .body("patients", equalTo(7))
                .body("casesWithHeader", equalTo(6))
                .body("k", equalTo(1))
                .body("unique", equalTo(1))
                .body("belowFive", equalTo(1))
                .body("quasiIdentifiers.find { it.name == 'PatientSex' }.values", equalTo(2))
                .body("quasiIdentifiers.find { it.name == 'PatientSex' }.rare[0].value", equalTo("M"))
                .body("quasiIdentifiers.find { it.name == 'Manufacturer' }.rare", empty())
                .body("quasiIdentifiers.find { it.name == 'PatientAge' }.missing", equalTo(6))
                .body("privateElements.tag", equalTo(List.of("(0019,0010)", "(0019,1001)")))
                .body("freeText.find { it.name == 'StudyDescription' }.cases", equalTo(6))
                .body("suspicious", hasSize(1))
                .body("suspicious[0].name", equalTo("StudyDescription"))
                .body("suspicious[0].why", equalTo("a title before a name"))
                .body("suspicious[0].cases", equalTo(1));
    }

    @Test
    void withoutADemandADataSetLeavesAtOnce() throws Exception {
        byte[] zip = Tokens.as("data-scientist")
                .get("/api/v1/dataset-versions/" + version + "/export")
                .then()
                .statusCode(200)
                .contentType("application/zip")
                .extract()
                .asByteArray();
        assertThat(names(zip)).hasSize(2).startsWith("manifest.json");
        Tokens.as("auditor")
                .get("/api/v1/audit?action=dataset.export")
                .then()
                .body(
                        "items.findAll { it.objectId == '%s' }.actor".formatted(version),
                        equalTo(List.of("demo-data-scientist")));
    }

    @Test
    void aDemandedSignOffTakesTwoPeople() {
        demand(true).statusCode(204);
        export().statusCode(403).body("code", equalTo("SIGN_OFF_MISSING"));
        String own = request("admin").statusCode(201).extract().path("id");
        post("admin", "/api/v1/dataset-releases/" + own + "/approval")
                .statusCode(403)
                .body("code", equalTo("SECOND_PERSON_NEEDED"));
        request("data-scientist").statusCode(409).body("code", equalTo("ALREADY_REQUESTED"));
    }

    @Test
    void anotherPersonsSignatureOpensTheGate() {
        demand(true).statusCode(204);
        String declined = request("data-scientist").statusCode(201).extract().path("id");
        post("admin", "/api/v1/dataset-releases/" + declined + "/decline").statusCode(200);
        export().statusCode(403);
        String signed = request("data-scientist").statusCode(201).extract().path("id");
        post("data-scientist", "/api/v1/dataset-releases/" + signed + "/approval")
                .statusCode(403);
        post("admin", "/api/v1/dataset-releases/" + signed + "/approval")
                .statusCode(200)
                .body("decidedBy", equalTo("demo-admin"));
        post("admin", "/api/v1/dataset-releases/" + signed + "/decline")
                .statusCode(409)
                .body("code", equalTo("ALREADY_DECIDED"));
        Tokens.as("data-scientist")
                .get("/api/v1/dataset-versions/" + version + "/release")
                .then()
                .statusCode(200)
                .body("open", equalTo(true))
                .body("releases.state", equalTo(List.of("APPROVED", "DECLINED")));
        export().statusCode(200);
    }

    private ValidatableResponse export() {
        return Tokens.as("data-scientist")
                .get("/api/v1/dataset-versions/" + version + "/export")
                .then();
    }

    private ValidatableResponse demand(boolean required) {
        return Tokens.as("admin")
                .contentType("application/json")
                .body("{\"required\": %b}".formatted(required))
                .put("/api/v1/datasets/" + dataset + "/sign-off")
                .then();
    }

    private ValidatableResponse request(String role) {
        return post(role, "/api/v1/dataset-versions/" + version + "/releases");
    }

    private static ValidatableResponse post(String role, String path) {
        return Tokens.as(role)
                .contentType("application/json")
                .body("{\"reason\": \"a study with a partner\"}")
                .post(path)
                .then();
    }

    private static List<String> names(byte[] zip) throws IOException {
        List<String> names = new ArrayList<>();
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }

    private String datasetCase(String id, String patient) throws IOException {
        return """
                {"id": "%s", "patient": "%s", "split": "TRAIN", "label": 1,
                 "image": {"object": "%s", "encoding": "NIFTI", "index": 0}}
                """.formatted(
                        id,
                        patient,
                        copies.put("voxels".getBytes(StandardCharsets.US_ASCII)).value());
    }

    /** A series of the archive and its released copy. */
    private void archivedSeries(int index) throws Exception {
        UUID study = UUID.randomUUID();
        UUID series = UUID.randomUUID();
        UUID instance = UUID.randomUUID();
        UUID record = UUID.randomUUID();
        Archived.series(study, series, "MR");
        Owner.execute("""
                insert into instance (id, series_id, sop_instance_uid, sop_class_uid, transfer_syntax_uid, decodable,
                    object_id, size_bytes, origin) values (?, ?, ?, '1', '1', true, 'none', 1, 'RECEIVED')
                """, instance, series, instance.toString());
        Owner.execute("""
                insert into deidentification_record (id, study_id, series_id, profile, profile_version, profile_hash, project,
                    key_version, key_id, software, state) values (?, ?, ?, 'research', 1, 'h', 'default', 1, 'k', 'test', 'RELEASED')
                """, record, study, series);
        Owner.execute(
                """
                insert into deidentified_instance (record_id, instance_id, state, released,
                    pseudonymous_series_instance_uid, object_id) values (?, ?, 'DONE', true, ?, ?)
                """, record, instance, prefix + index, copies.put(copy(index)).value());
    }

    private byte[] copy(int index) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        DataSet dataSet = DataSet.builder()
                .put(Tag.SOPClassUID, "1.2.840.10008.5.1.4.1.1.4")
                .put(Tag.SOPInstanceUID, prefix + index + ".1")
                .put(Tag.Manufacturer, "Synthetic")
                .put(Tag.StudyDescription, index == 0 ? "asked for by Dr. Invented" : "Brain")
                .put(Tag.PatientSex, SEX[index])
                .put(0x00190010, VR.LO, "SYNTHETIC")
                .put(0x00191001, VR.DS, "1")
                .build();
        DicomFile.of(dataSet, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN).write(file);
        return file.toByteArray();
    }
}
