package org.roentgen.api;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a version in the shadow does beside the version in production. */
@QuarkusTest
@QuarkusTestResource(BackingServices.class)
class ShadowReportTest {
    private final UUID model = UUID.randomUUID();
    private final UUID pipeline = UUID.randomUUID();
    private UUID production;
    private UUID shadow;

    @BeforeEach
    void registerVersions() throws SQLException {
        Owner.execute("insert into model (id, name, task) values (?, ?, 'SEGMENTATION')", model, "s" + model);
        production = version(1, "PRODUCTION");
        shadow = version(2, "SHADOW");
        UUID named = UUID.randomUUID();
        Owner.execute("insert into pipeline (id, name) values (?, ?)", named, "p" + model);
        Owner.execute(
                "insert into pipeline_version (id, pipeline_id, version, definition, created_by) values (?, ?, 1, '{}', 'test')",
                pipeline,
                named);
    }

    @Test
    void aVersionThatNeverRanHasAnEmptyReport() {
        report().body("productionVersion", nullValue())
                .body("series.compared", equalTo(0))
                .body("meanAgreement", nullValue())
                .body("disagreements", hasSize(0));
    }

    @Test
    void agreementDisagreementAndFailureAreCounted() throws SQLException {
        result(production, "COMPLETED", true, 0.9, "{\"Anterior\": 0.92, \"Posterior\": 0.88}", null);
        UUID differs = result(production, "COMPLETED", false, 0.6, "{\"Anterior\": 0.8, \"Posterior\": 0.4}", null);
        result(production, "COMPLETED", null, null, "{}", "The two label maps do not lie on the same planes");
        result(production, "FAILED", null, null, "{}", null);
        result(production, "SENT", null, null, "{}", null);
        report().body("productionVersion", equalTo(1))
                .body("series.compared", equalTo(2))
                .body("series.agreed", equalTo(1))
                .body("series.running", equalTo(1))
                .body("series.failed", equalTo(2))
                .body("meanAgreement", equalTo(0.75f))
                .body("meanByLabel.Anterior", equalTo(0.86f))
                .body("meanByLabel.Posterior", equalTo(0.64f))
                .body("disagreements.runId", contains(differs.toString()))
                .body("disagreements[0].byLabel.Posterior", equalTo(0.4f))
                .body("failures", contains("no memory", "The two label maps do not lie on the same planes"));
    }

    @Test
    void onlyTheVersionThatIsInProductionCounts() throws SQLException {
        result(version(3, "RETIRED"), "COMPLETED", false, 0.1, "{}", null);
        result(production, "COMPLETED", true, 0.9, "{}", null);
        report().body("series.compared", equalTo(1)).body("meanAgreement", equalTo(0.9f));
    }

    @Test
    void noVersionNoReport() {
        Tokens.as("data-scientist")
                .get("/api/v1/model-versions/" + UUID.randomUUID() + "/shadow")
                .then()
                .statusCode(404);
    }

    private ValidatableResponse report() {
        return Tokens.as("data-scientist")
                .get("/api/v1/model-versions/" + shadow + "/shadow")
                .then()
                .statusCode(200);
    }

    private UUID version(int number, String stage) throws SQLException {
        UUID id = UUID.randomUUID();
        Owner.execute("""
                insert into model_version (id, model_id, version, package_object_id, stage, parity_max_abs_difference, metrics)
                values (?, ?, ?, 'none', ?, 0, '{}')
                """, id, model, number, stage);
        return id;
    }

    /** The run that the result belongs to; each is newer than the one before. */
    private UUID result(
            UUID beside,
            String state,
            @Nullable Boolean agrees,
            @Nullable Double agreement,
            String byLabel,
            @Nullable String refusal)
            throws SQLException {
        UUID study = UUID.randomUUID();
        UUID series = UUID.randomUUID();
        UUID run = UUID.randomUUID();
        UUID job = UUID.randomUUID();
        Archived.series(study, series, "MR");
        Owner.execute("""
                insert into pipeline_run (id, pipeline_version_id, study_id, series_id, content_hash, state)
                values (?, ?, ?, ?, 'hash', 'COMPLETED')
                """, run, pipeline, study, series);
        Owner.execute("""
                insert into job (id, kind, payload, priority, state, cause_message) values (?, 'INFER', '{}', 1, ?, ?)
                """, job, state, state.equals("FAILED") ? "no memory" : null);
        Owner.execute("""
                insert into shadow_result (job_id, run_id, model_version_id, production_version_id, agrees, agreement, by_label,
                    refusal) values (?, ?, ?, ?, ?, ?, cast(? as jsonb), ?)
                """, job, run, shadow, beside, agrees, agreement, byLabel, refusal);
        return run;
    }
}
