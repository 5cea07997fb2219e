package org.roentgen.api;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a training starts from: data that are asked for, a registered model, and the memory that it will need. */
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

    @Test
    void theMemoryIsAskedBeforeAStart() throws Exception {
        String id = estimate(version, "resnet-18")
                .statusCode(201)
                .body("state", equalTo("PENDING"))
                .body("need", nullValue())
                .extract()
                .path("id");
        Owner.execute("update job set state = 'COMPLETED' where id = cast(? as uuid)", id);
        Owner.execute("""
                insert into training_estimate (job_id, engine_bytes, image_bytes, text, refusal)
                values (cast(? as uuid), 9000000000, 4096, '8584 MiB of memory', 'choose a batchSize of at most 8')
                """, id);
        Tokens.as("data-scientist")
                .get("/api/v1/training-runs/estimates/" + id)
                .then()
                .statusCode(200)
                .body("need.engineBytes", equalTo(9_000_000_000L))
                .body("need.text", equalTo("8584 MiB of memory"))
                .body("need.refusal", equalTo("choose a batchSize of at most 8"));
        estimate(UUID.randomUUID(), "resnet-18").statusCode(404);
    }

    private static ValidatableResponse estimate(UUID data, String network) {
        return Tokens.as("data-scientist")
                .contentType("application/json")
                .body("""
                        {"datasetVersionId": "%s", "spec": {"task": "MULTI_LABEL_CLASSIFICATION", "network": "%s"}}
                        """.formatted(data, network))
                .post("/api/v1/training-runs/estimates")
                .then();
    }

    @Test
    void aQuestionThatNobodyUnderstandsIsNoImport() {
        archive("{\"bodyPart\": \"BRAIN\", \"device\": \"acme\", \"review\": \"ACCEPTED\"}")
                .statusCode(201);
        archive("{\"bodypart\": \"BRAIN\"}")
                .statusCode(400)
                .body("detail", containsString("The body asks for [bodypart]: series are found by [modality,"));
    }

    private static ValidatableResponse archive(String question) {
        return Tokens.as("data-scientist")
                .contentType("application/json")
                .queryParam("name", "question")
                .queryParam("format", "ARCHIVE")
                .body(question)
                .post("/api/v1/dataset-imports")
                .then();
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
