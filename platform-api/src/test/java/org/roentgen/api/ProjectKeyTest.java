package org.roentgen.api;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(BackingServices.class)
class ProjectKeyTest {
    private static final String KEYS = "/api/v1/project-keys";
    private final String project = "lung-" + UUID.randomUUID();
    private final String profile = "p" + UUID.randomUUID();

    @Test
    void theBuiltInProfilesBelongToTheDefaultProject() {
        Tokens.as("admin")
                .get(KEYS)
                .then()
                .statusCode(200)
                .body("items.find { it.project == 'default' }.profiles.contains('basic')", equalTo(true));
        Tokens.as("radiologist").get(KEYS).then().statusCode(403);
    }

    @Test
    void aNewKeyIsAuditedAndAsksForTheReleasedStudiesOfTheProject() throws Exception {
        addProfile(project).statusCode(201);
        key().body("version", equalTo(1)).body("profiles", contains(profile)).body("rotatedBy", equalTo(null));
        UUID study = UUID.randomUUID();
        UUID series = UUID.randomUUID();
        Archived.series(study, series, "CT");
        Owner.execute("""
                insert into deidentification_record (id, study_id, series_id, profile, profile_version, profile_hash, project,
                    key_version, key_id, software, state) values (?, ?, ?, ?, 1, 'h', ?, 1, 'k', 'test', 'RELEASED')
                """, UUID.randomUUID(), study, series, profile, project);
        rotate("{\"reason\": \"yearly\"}")
                .statusCode(200)
                .body("version", equalTo(2))
                .body("studies", equalTo(1));
        key().body("version", equalTo(2))
                .body("reason", equalTo("yearly"))
                .body("series", equalTo(0))
                .body("olderSeries", equalTo(1));
        Tokens.as("admin")
                .get("/api/v1/studies/" + study + "/deidentification-requests")
                .then()
                .body("items.profile", contains(profile))
                .body("items.state", contains("PENDING"));
        Tokens.as("auditor")
                .get("/api/v1/audit?action=project-key.rotate")
                .then()
                .body(
                        "items.findAll { it.objectId == '%s' }.details.version".formatted(project),
                        equalTo(List.of("2")));
        erase(series);
        rotate("{\"reason\": \"again\"}").body("version", equalTo(3)).body("studies", equalTo(0));
        Owner.execute("delete from deidentification_request where study_id = ?", study);
    }

    @Test
    void whatHasNoReasonOrNoProjectIsRefused() {
        rotate("{\"reason\": \"unknown project\"}").statusCode(404);
        addProfile(project).statusCode(201);
        rotate("{\"reason\": \" \"}").statusCode(400);
        addProfile("two words").statusCode(400);
        Tokens.as("admin")
                .get("/api/v1/deidentification-profiles/" + profile)
                .then()
                .body("versions", hasSize(1));
    }

    /** What is left of the copies of a person who was erased. */
    private static void erase(UUID series) throws Exception {
        UUID instance = UUID.randomUUID();
        Owner.execute("""
                insert into instance (id, series_id, sop_instance_uid, sop_class_uid, transfer_syntax_uid, decodable,
                    object_id, size_bytes, origin) values (?, ?, ?, '1', '1', true, 'none', 1, 'RECEIVED')
                """, instance, series, instance.toString());
        Owner.execute("""
                insert into deidentified_instance (record_id, instance_id, state, released, object_id)
                select id, ?, 'DONE', true, 'erased' from deidentification_record where series_id = ?
                """, instance, series);
    }

    private ValidatableResponse key() {
        return Tokens.as("admin").get(KEYS).then().rootPath("items.find { it.project == '%s' }".formatted(project));
    }

    private ValidatableResponse addProfile(String named) {
        return Tokens.as("admin")
                .contentType("application/json")
                .body("{\"definition\": {\"project\": \"%s\", \"options\": [], \"dates\": \"REMOVE\"}}"
                        .formatted(named))
                .post("/api/v1/deidentification-profiles/" + profile + "/versions")
                .then();
    }

    private ValidatableResponse rotate(String body) {
        return Tokens.as("admin")
                .contentType("application/json")
                .body(body)
                .post(KEYS + "/" + project + "/rotation")
                .then();
    }
}
