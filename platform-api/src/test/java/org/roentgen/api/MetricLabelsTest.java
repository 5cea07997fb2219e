package org.roentgen.api;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Figures named after a label's number come with the names of the labels. */
@QuarkusTest
@QuarkusTestResource(BackingServices.class)
class MetricLabelsTest {
    private static final String LABELS = """
            [{"value": 0, "name": "background"},
             {"value": 1, "name": "Anterior", "code": {"value": "T-A2820", "scheme": "SRT", "meaning": "Hippocampus"}}]
            """;

    private final UUID model = UUID.randomUUID();
    private final UUID version = UUID.randomUUID();
    private final UUID run = UUID.randomUUID();

    @BeforeEach
    void trainAModel() throws SQLException {
        UUID dataset = UUID.randomUUID();
        UUID data = UUID.randomUUID();
        UUID job = UUID.randomUUID();
        Owner.execute("insert into dataset (id, name, task) values (?, ?, 'SEGMENTATION')", dataset, "d" + model);
        Owner.execute("""
                insert into dataset_version (id, dataset_id, version, manifest_object_id, cases, patients, train_cases,
                    tune_cases, test_cases, labels, created_by) values (?, ?, 1, 'none', 2, 2, 1, 0, 1, cast(? as jsonb), 'test')
                """, data, dataset, LABELS);
        Owner.execute(
                "insert into job (id, kind, payload, priority, state) values (?, 'TRAIN', '{}', 4, 'COMPLETED')", job);
        Owner.execute("""
                insert into training_run (id, model_name, dataset_version_id, spec, job_id, state, created_by)
                values (?, ?, ?, '{}', ?, 'COMPLETED', 'test')
                """, run, "m" + model, data, job);
        Owner.execute("""
                insert into training_epoch (training_run_id, epoch, epochs, metrics, seconds_left, at)
                values (?, 1, 1, '{"tuneDice.1": 0.8}', 0, now())
                """, run);
        Owner.execute("insert into model (id, name, task) values (?, ?, 'SEGMENTATION')", model, "m" + model);
        Owner.execute("""
                insert into model_version (id, model_id, version, package_object_id, stage, parity_max_abs_difference, metrics,
                    labels)
                values (?, ?, 1, 'none', 'CANDIDATE', 0, '{"dice.1": 0.9}', cast(? as jsonb))
                """, version, model, LABELS);
    }

    @Test
    void ofModelVersions() {
        get("/models")
                .body(
                        "items.find { it.id == '%s' }.versions[0].labels.name".formatted(model),
                        contains("background", "Anterior"))
                .body("items.find { it.id == '%s' }.versions[0].labels.value".formatted(model), contains(0, 1));
    }

    @Test
    void ofTrainingRunsWithTheirEpochs() {
        get("/training-runs/" + run)
                .body("epochs[0].metrics.'tuneDice.1'", equalTo(0.8f))
                .body("labels.find { it.value == 1 }.name", equalTo("Anterior"));
    }

    private static ValidatableResponse get(String path) {
        return Tokens.as("data-scientist").get("/api/v1" + path).then().statusCode(200);
    }
}
