package org.roentgen.api;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A training that starts from a registered model. */
@QuarkusTest
@QuarkusTestResource(BackingServices.class)
class TransferTest {
    private static final String PACKAGE = "c".repeat(64);

    private final UUID version = UUID.randomUUID();
    private final UUID modelVersion = UUID.randomUUID();

    @BeforeEach
    void registerDataAndAModel() throws Exception {
        UUID dataset = UUID.randomUUID();
        UUID model = UUID.randomUUID();
        Owner.execute(
                "insert into dataset (id, name, task) values (?, ?, 'MULTI_LABEL_CLASSIFICATION')",
                dataset,
                "t" + dataset);
        Owner.execute("""
                insert into dataset_version (id, dataset_id, version, manifest_object_id, cases, patients, train_cases,
                    tune_cases, test_cases, labels, created_by) values (?, ?, 1, ?, 9, 9, 7, 1, 1, '[]', 'test')
                """, version, dataset, "d".repeat(64));
        Owner.execute(
                "insert into model (id, name, task) values (?, ?, 'MULTI_LABEL_CLASSIFICATION')", model, "t" + model);
        Owner.execute("""
                insert into model_version (id, model_id, version, package_object_id, stage, parity_max_abs_difference,
                    metrics) values (?, ?, 1, ?, 'CANDIDATE', 0, '{}')
                """, modelVersion, model, PACKAGE);
    }

    @Test
    void theRunNamesThePackageAndTheFrozenLayers() {
        start("{\"modelVersionId\": \"" + modelVersion + "\", \"frozen\": [\"stem\", \"stage0\"]}")
                .statusCode(201)
                .body("spec.task", equalTo("MULTI_LABEL_CLASSIFICATION"))
                .body("spec.transfer.modelPackage", equalTo(PACKAGE))
                .body("spec.transfer.frozen[1]", equalTo("stage0"));
    }

    @Test
    void aModelThatIsNotThereIsNoStart() {
        UUID unknown = UUID.randomUUID();
        start("{\"modelVersionId\": \"" + unknown + "\"}").statusCode(404);
        start("{}").statusCode(400).body("detail", containsString("spec.transfer.modelVersionId is needed"));
    }

    private ValidatableResponse start(String transfer) {
        return Tokens.as("data-scientist")
                .contentType("application/json")
                .body("""
                        {"modelName": "findings", "datasetVersionId": "%s",
                         "spec": {"task": "MULTI_LABEL_CLASSIFICATION", "network": "resnet-18", "transfer": %s}}
                        """.formatted(version, transfer))
                .post("/api/v1/training-runs")
                .then();
    }
}
