package org.roentgen.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.roentgen.api.objects.Deidentified;
import org.roentgen.api.objects.Identified;
import org.roentgen.domain.object.ObjectId;
import org.roentgen.domain.object.ObjectStore;
import org.roentgen.store.crosswalk.CrosswalkCipher;
import org.roentgen.store.crosswalk.SealedOriginal;
import org.roentgen.store.query.Queries;

@QuarkusTest
@QuarkusTestResource(BackingServices.class)
class CrosswalkTest {
    private static final String REQUEST = """
            insert into deidentification_request (id, study_id, profile, state, requested_by)
            values (?, ?, 'basic', 'PENDING', 'test')
            """;

    @Inject
    CrosswalkCipher cipher;

    @Inject
    Queries queries;

    @Inject
    @Deidentified
    ObjectStore copies;

    @Inject
    @Identified
    ObjectStore originals;

    private final String person =
            "P" + UUID.randomUUID().toString().toUpperCase(Locale.ROOT).substring(0, 19);
    private final String uid = "2.25." + System.nanoTime();

    @BeforeEach
    void writeWhatTheWorkflowWrites() throws Exception {
        add(person, "PATIENT_ID", "SYN-0815");
        add(uid, "UID", "1.2.3.4");
    }

    @Test
    void aPseudonymIsReadBackWithAReasonThatIsAudited() {
        post(
                        "lookups",
                        "{\"pseudonyms\": [\"%s\", \"%s\", \"unknown\"], \"reason\": \"incidental finding\"}"
                                .formatted(person, uid))
                .statusCode(200)
                .body("items.original", equalTo(Arrays.asList("SYN-0815", "1.2.3.4", null)))
                .body("items[1].person", equalTo(person));
        Tokens.as("auditor")
                .get("/api/v1/audit?action=crosswalk.read")
                .then()
                .body(
                        "items.findAll { it.objectId == '%s' }.details.reason".formatted(person),
                        equalTo(List.of("incidental finding")));
    }

    @Test
    void withoutAReasonNothingIsRead() {
        for (String body : List.of(
                "{\"pseudonyms\": [\"x\"]}",
                "{\"pseudonyms\": [\"x\"], \"reason\": \" \"}",
                "{\"pseudonyms\": [], \"reason\": \"r\"}",
                "{\"reason\": \"r\"}")) {
            post("lookups", body).statusCode(400);
        }
        post("erasures", "{\"person\": \"%s\"}".formatted(person)).statusCode(400);
    }

    @Test
    void noPlaintextStandsInTheDatabase() {
        assertThat(queries.count(
                        "select count(*) from pseudonym where position('SYN-0815' in encode(original, 'escape')) > 0",
                        Map.of()))
                .isZero();
    }

    @Test
    void everythingIsEncryptedAgainUnderANewKey() throws Exception {
        Path file = Path.of(ConfigProvider.getConfig().getValue("roentgen.crosswalk.key-file", String.class));
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        String before = cipher.currentKey();
        Files.writeString(file, Base64.getEncoder().encodeToString(key) + "\n" + Files.readString(file));
        post("rotation", "{}")
                .statusCode(200)
                .body("encrypted", greaterThanOrEqualTo(2))
                .body("remaining", equalTo(0));
        assertThat(cipher.currentKey()).isNotEqualTo(before);
        post("lookups", "{\"pseudonyms\": [\"%s\"], \"reason\": \"test\"}".formatted(person))
                .body("items[0].original", equalTo("SYN-0815"));
        post("rotation", "{}").body("encrypted", equalTo(0));
    }

    @Test
    void aPersonIsErasedWithAReportOfTheDataSetsAndModelsThatHoldTheirImages() throws Exception {
        UUID version = datasetVersion();
        UUID model = modelTrainedOn(version);
        post("erasures", "{\"person\": \"%s\", \"reason\": \"asked for it\"}".formatted(person))
                .statusCode(201)
                .body("report.mappings", equalTo(2))
                .body("report.datasets", hasSize(1))
                .body("report.datasets[0].datasetVersionId", equalTo(version.toString()))
                .body("report.datasets[0].cases", equalTo(1))
                .body("report.models.modelVersionId", equalTo(List.of(model.toString())));
        post("lookups", "{\"pseudonyms\": [\"%s\"], \"reason\": \"test\"}".formatted(person))
                .body("items[0].original", nullValue());
        post("erasures", "{\"person\": \"%s\", \"reason\": \"again\"}".formatted(person))
                .statusCode(404);
        Tokens.as("admin")
                .get("/api/v1/crosswalk/erasures")
                .then()
                .body(
                        "items.findAll { it.report.person == '%s' }.reason".formatted(person),
                        equalTo(List.of("asked for it")));
    }

    @Test
    void aPersonIsErasedUnderEveryKey() throws Exception {
        String other = "Q" + person.substring(1);
        String stranger = "R" + person.substring(1);
        UUID study = UUID.randomUUID();
        UUID later = UUID.randomUUID();
        UUID foreign = UUID.randomUUID();
        for (UUID one : List.of(study, later, foreign)) {
            Archived.series(one, UUID.randomUUID(), "CT");
        }
        Owner.execute(
                "update study set patient_id = (select patient_id from study where id = ?) where id = ?", study, later);
        copy(study, person);
        copy(later, other);
        copy(foreign, stranger);
        post("erasures", "{\"person\": \"%s\", \"reason\": \"asked for it\"}".formatted(person))
                .statusCode(201)
                .body("report.pseudonyms", equalTo(List.of(person, other)))
                .body("report.copies", equalTo(2))
                .body("report.archivedStudies", equalTo(2))
                .body("report.mappings", equalTo(4));
        post("erasures", "{\"person\": \"%s\", \"reason\": \"again\"}".formatted(other))
                .statusCode(404);
        assertThat(queries.count("select count(*) from pseudonym where person = :person", Map.of("person", stranger)))
                .isEqualTo(1);
    }

    @Test
    void thePicturesOfAPersonsFaceAreDeletedAndThoseOfOthersStay() throws Exception {
        UUID study = UUID.randomUUID();
        UUID foreign = UUID.randomUUID();
        String stranger = "S" + person.substring(1);
        ObjectId picture = originals.put(("face of " + person).getBytes(StandardCharsets.UTF_8));
        ObjectId other = originals.put(("face of " + stranger).getBytes(StandardCharsets.UTF_8));
        for (UUID one : List.of(study, foreign)) {
            Archived.series(one, UUID.randomUUID(), "CT");
            copy(one, one.equals(study) ? person : stranger);
            Owner.execute(
                    "update deidentification_record set face_picture_object_id = ? where study_id = ?",
                    (one.equals(study) ? picture : other).value(),
                    one);
        }

        post("erasures", "{\"person\": \"%s\", \"reason\": \"asked for it\"}".formatted(person))
                .statusCode(201)
                .body("report.facePictures", equalTo(1));
        assertThat(originals.contains(picture)).isFalse();
        assertThat(originals.contains(other)).isTrue();
        assertThat(queries.list(
                        "select face_picture_object_id from deidentification_record where study_id in (:studies)"
                                + " and face_picture_object_id is not null",
                        Map.of("studies", List.of(study, foreign)),
                        row -> row.text("face_picture_object_id")))
                .containsExactly(other.value());
    }

    @Test
    void whatRunsNotedOfACopyIsErasedAndRunsThatNeedItAreWaitedFor() throws Exception {
        UUID study = UUID.randomUUID();
        UUID series = UUID.randomUUID();
        Archived.series(study, series, "CT");
        copy(study, person);
        UUID run = runWithShadow(study, series);
        post("erasures", "{\"person\": \"%s\", \"reason\": \"asked for it\"}".formatted(person))
                .statusCode(409)
                .body("code", equalTo("RUNS_IN_PROGRESS"));
        Owner.execute(
                "update job set state = 'COMPLETED' where id in (select job_id from shadow_result where run_id = ?)",
                run);
        post("erasures", "{\"person\": \"%s\", \"reason\": \"asked for it\"}".formatted(person))
                .statusCode(201);
        assertThat(queries.list("""
                        select cast(j.payload as text) || cast(p.output as text) || cast(s.result as text) as left
                        from shadow_result s join job j on j.id = s.job_id join pipeline_step p on p.run_id = s.run_id
                        where s.run_id = :run
                        """, Map.of("run", run), row -> row.text("left")))
                .containsExactly("{}{}{\"findings\": []}");
    }

    @Test
    void copiesThatAreBeingMadeOfAnyStudyOfThePersonAreWaitedFor() throws Exception {
        UUID other = studies();
        UUID request = UUID.randomUUID();
        Owner.execute(REQUEST, request, other);
        for (String state : List.of("PENDING", "RUNNING")) {
            Owner.execute("update deidentification_request set state = ? where id = ?", state, request);
            erase().statusCode(409)
                    .body("code", equalTo("DEIDENTIFICATION_IN_PROGRESS"))
                    .body("detail", startsWith("1 requests"));
        }
        Owner.execute("update deidentification_request set state = 'COMPLETED' where id = ?", request);
        UUID imported = UUID.randomUUID();
        Owner.execute("""
                insert into dataset_import (id, dataset_name, format, state, created_by) values (?, 'd', 'ARCHIVE', 'RUNNING', 'test')
                """, imported);
        erase().statusCode(409).body("detail", startsWith("1 imports"));
        Owner.execute("delete from dataset_import where id = ?", imported);
        erase().statusCode(201);
    }

    @Test
    void aRequestThatIsBeingAddedKeepsAnErasureFromBeginning() throws Exception {
        UUID other = studies();
        UUID request = UUID.randomUUID();
        try (Connection adding = Owner.connect();
                ExecutorService erasing = Executors.newSingleThreadExecutor()) {
            adding.setAutoCommit(false);
            Owner.execute(adding, REQUEST, request, other);
            int process = process(adding);
            Future<ValidatableResponse> erasure = erasing.submit(this::erase);
            while (!erasure.isDone() && !isWaitedFor(process)) {
                Thread.onSpinWait();
            }
            adding.commit();

            erasure.get().statusCode(409).body("code", equalTo("DEIDENTIFICATION_IN_PROGRESS"));
        }
        assertThat(queries.count("select count(*) from pseudonym where person = :person", Map.of("person", person)))
                .isPositive();
        Owner.execute("update deidentification_request set state = 'COMPLETED' where id = ?", request);
    }

    private static int process(Connection connection) throws Exception {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select pg_backend_pid()")) {
            result.next();
            return result.getInt(1);
        }
    }

    private boolean isWaitedFor(int process) {
        return queries.count(
                        "select count(*) from pg_stat_activity where :process = any(pg_blocking_pids(pid))",
                        Map.of("process", process))
                > 0;
    }

    /** Two studies of the person, of which the first has copies. */
    private UUID studies() throws Exception {
        UUID study = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        for (UUID one : List.of(study, other)) {
            Archived.series(one, UUID.randomUUID(), "CT");
        }
        Owner.execute(
                "update study set patient_id = (select patient_id from study where id = ?) where id = ?", study, other);
        copy(study, person);
        return other;
    }

    private ValidatableResponse erase() {
        return post("erasures", "{\"person\": \"%s\", \"reason\": \"asked for it\"}".formatted(person));
    }

    /** A run that ended with a shadow that has not. */
    private static UUID runWithShadow(UUID study, UUID series) throws Exception {
        UUID pipeline = UUID.randomUUID();
        UUID run = UUID.randomUUID();
        UUID step = UUID.randomUUID();
        UUID job = UUID.randomUUID();
        UUID model = UUID.randomUUID();
        Owner.execute("insert into model (id, name, task) values (?, ?, 'SEGMENTATION')", model, "m" + model);
        Owner.execute("""
                insert into model_version (id, model_id, version, package_object_id, stage, parity_max_abs_difference, metrics)
                values (?, ?, 1, 'none', 'SHADOW', 0, '{}')
                """, model, model);
        Owner.execute("insert into pipeline (id, name) values (?, ?)", pipeline, "p" + pipeline);
        Owner.execute(
                "insert into pipeline_version (id, pipeline_id, version, definition, created_by) values (?, ?, 1, '{}', 'test')",
                pipeline,
                pipeline);
        Owner.execute("""
                insert into pipeline_run (id, pipeline_version_id, study_id, series_id, content_hash, state)
                values (?, ?, ?, ?, 'hash', 'COMPLETED')
                """, run, pipeline, study, series);
        Owner.execute("""
                insert into pipeline_step (id, run_id, ordinal, kind, state, output)
                values (?, ?, 0, 'INFER', 'COMPLETED', '{"labelMap": "a"}')
                """, step, run);
        Owner.execute("""
                insert into job (id, kind, payload, priority, state, step_id)
                values (?, 'INFER', '{"instances": ["a"]}', 1, 'SENT', ?)
                """, job, step);
        Owner.execute("""
                insert into shadow_result (job_id, run_id, model_version_id, production_version_id, result)
                values (?, ?, ?, ?, '{"labelMap": "a", "findings": []}')
                """, job, run, model, model);
        return run;
    }

    /** A copy of an instance of the study, whose pseudonymous UID leads to the person. */
    private void copy(UUID study, String pseudonymOfPerson) throws Exception {
        UUID instance = UUID.randomUUID();
        UUID record = UUID.randomUUID();
        String pseudonymousStudy = "2.25.1" + Archived.uid(instance).substring(5);
        Owner.execute("""
                insert into instance (id, series_id, sop_instance_uid, sop_class_uid, transfer_syntax_uid, decodable,
                    object_id, size_bytes, origin)
                select ?, id, ?, '1', '1', true, 'none', 1, 'RECEIVED' from series where study_id = ?
                """, instance, instance.toString(), study);
        Owner.execute("""
                insert into deidentification_record (id, study_id, series_id, profile, profile_version, profile_hash, project,
                    key_version, key_id, software, state)
                select ?, study_id, id, 'basic', 1, 'h', 'default', 1, 'k', 'test', 'RELEASED' from series where study_id = ?
                """, record, study);
        Owner.execute("""
                insert into deidentified_instance (record_id, instance_id, state, released, pseudonymous_study_instance_uid,
                    object_id) values (?, ?, 'DONE', true, ?, 'none')
                """, record, instance, pseudonymousStudy);
        add(pseudonymousStudy, "UID", Archived.uid(study), pseudonymOfPerson);
    }

    private UUID datasetVersion() throws Exception {
        String manifest = """
                {"schemaVersion": 1, "name": "d", "task": "CLASSIFICATION", "source": "archive", "labels": [],
                 "cases": [%s, %s]}
                """.formatted(datasetCase("a", person), datasetCase("b", "PSOMEBODYELSE"));
        UUID dataset = UUID.randomUUID();
        UUID version = UUID.randomUUID();
        Owner.execute("insert into dataset (id, name, task) values (?, ?, 'CLASSIFICATION')", dataset, "d" + dataset);
        Owner.execute(
                """
                insert into dataset_version (id, dataset_id, version, manifest_object_id, cases, patients, train_cases,
                    tune_cases, test_cases, labels, created_by) values (?, ?, 1, ?, 2, 2, 2, 0, 0, '[]', 'test')
                """,
                version,
                dataset,
                copies.put(manifest.getBytes(StandardCharsets.UTF_8)).value());
        return version;
    }

    private static String datasetCase(String id, String patient) {
        return """
                {"id": "%s", "patient": "%s", "split": "TRAIN", "label": 1,
                 "image": {"object": "%s", "encoding": "NIFTI", "index": 0}}
                """.formatted(id, patient, "a".repeat(64));
    }

    private static UUID modelTrainedOn(UUID version) throws Exception {
        UUID job = UUID.randomUUID();
        UUID run = UUID.randomUUID();
        UUID model = UUID.randomUUID();
        UUID modelVersion = UUID.randomUUID();
        Owner.execute(
                "insert into job (id, kind, payload, priority, state) values (?, 'TRAIN', '{}', 4, 'COMPLETED')", job);
        Owner.execute("""
                insert into training_run (id, model_name, dataset_version_id, spec, job_id, state, created_by)
                values (?, 'm', ?, '{}', ?, 'COMPLETED', 'test')
                """, run, version, job);
        Owner.execute("insert into model (id, name, task) values (?, ?, 'CLASSIFICATION')", model, "m" + model);
        Owner.execute("""
                insert into model_version (id, model_id, version, training_run_id, package_object_id, stage,
                    parity_max_abs_difference, metrics) values (?, ?, 1, ?, ?, 'CANDIDATE', 0, '{}')
                """, modelVersion, model, run, "b".repeat(64));
        return modelVersion;
    }

    private void add(String pseudonym, String kind, String original) throws Exception {
        add(pseudonym, kind, original, person);
    }

    private void add(String pseudonym, String kind, String original, String pseudonymOfPerson) throws Exception {
        SealedOriginal sealed = cipher.seal(kind, pseudonym, original);
        Owner.execute("""
                insert into pseudonym (pseudonym, kind, original, key_id, person)
                values (?, ?, decode(?, 'base64'), ?, ?)
                """, pseudonym, kind, sealed.base64(), sealed.keyId(), pseudonymOfPerson);
    }

    private static ValidatableResponse post(String path, String body) {
        return Tokens.as("admin")
                .contentType("application/json")
                .body(body)
                .post("/api/v1/crosswalk/" + path)
                .then();
    }
}
