package org.roentgen.api;

import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.roentgen.api.objects.Deidentified;
import org.roentgen.domain.object.ObjectStore;

/** From a model version back to its images. */
@QuarkusTest
@QuarkusTestResource(BackingServices.class)
class LineageTest {
    private static final String CASE = """
            {"id": "%s", "patient": "p-%s", "split": "%s", "attributes": {}, "label": 1,
             "image": {"object": "%s", "encoding": "RASTER", "index": 0}}
            """;

    @Inject
    @Deidentified
    ObjectStore objects;

    private final UUID model = UUID.randomUUID();

    private String put(String content) throws Exception {
        return objects.put(content.getBytes(StandardCharsets.UTF_8)).value();
    }

    private UUID version(int number, String modelPackage) throws Exception {
        UUID id = UUID.randomUUID();
        Owner.execute("""
                insert into model_version (id, model_id, version, package_object_id, stage, parity_max_abs_difference, metrics)
                values (?, ?, ?, ?, 'CANDIDATE', 0, '{}')
                """, id, model, number, modelPackage);
        return id;
    }

    @Test
    void aVersionIsTracedToTrainingDataAndImages() throws Exception {
        Owner.execute("insert into model (id, name, task) values (?, ?, 'CLASSIFICATION')", model, "l" + model);
        String elsewhere = put("{\"entries\": {}, \"of\": \"%s\"}".formatted(model));
        UUID first = version(1, elsewhere);
        String image = put("pixels");
        String manifest =
                put("""
                {"schemaVersion": 1, "name": "chests", "task": "CLASSIFICATION", "source": "npz", "labels": [], "cases": [%s, %s]}
                """.formatted(CASE.formatted("a", "a", "TRAIN", image), CASE.formatted("b", "b", "TEST", image)));
        UUID second = version(
                2,
                put("{\"entries\": {\"manifest.json\": \"%s\"}}"
                        .formatted(put("{\"codeVersion\": \"0.1.0 of %s\", \"software\": {\"pytorch\": \"2.7.1\"}}"
                                .formatted(model)))));
        Owner.execute("update model_version set training_run_id = ? where id = ?", run(manifest, elsewhere), second);
        Tokens.as("data-scientist")
                .get("/api/v1/model-versions/" + second + "/lineage?offset=1&limit=1")
                .then()
                .statusCode(200)
                .body("codeVersion", equalTo("0.1.0 of " + model))
                .body("software.pytorch", equalTo("2.7.1"))
                .body("training.startedBy", equalTo("who trained"))
                .body("training.startedFrom", equalTo(first.toString()))
                .body("training.data.name", equalTo("chests" + model))
                .body("training.data.manifestObjectId", equalTo(manifest))
                .body("training.caseCount", equalTo(2))
                .body("training.cases", hasSize(1))
                .body("training.cases[0].patient", equalTo("p-b"))
                .body("training.cases[0].split", equalTo("TEST"))
                .body("training.cases[0].imageObjectId", equalTo(image));
        Tokens.as("data-scientist")
                .get("/api/v1/model-versions/" + first + "/lineage")
                .then()
                .statusCode(200)
                .body("packageObjectId", equalTo(elsewhere))
                .body("software", anEmptyMap())
                .body("training", nullValue());
    }

    private UUID run(String manifest, String from) throws Exception {
        UUID dataset = UUID.randomUUID();
        UUID version = UUID.randomUUID();
        UUID job = UUID.randomUUID();
        UUID run = UUID.randomUUID();
        Owner.execute(
                "insert into dataset (id, name, task) values (?, ?, 'CLASSIFICATION')", dataset, "chests" + model);
        Owner.execute("""
                insert into dataset_version (id, dataset_id, version, manifest_object_id, cases, patients, train_cases,
                    tune_cases, test_cases, labels, created_by) values (?, ?, 1, ?, 2, 2, 1, 0, 1, '[]', 'test')
                """, version, dataset, manifest);
        Owner.execute(
                "insert into job (id, kind, payload, priority, state) values (?, 'TRAIN', '{}', 4, 'COMPLETED')", job);
        Owner.execute(
                """
                insert into training_run (id, model_name, dataset_version_id, spec, job_id, state, created_by)
                values (?, ?, ?, cast(? as jsonb), ?, 'COMPLETED', 'who trained')
                """, run, "l" + model, version, "{\"transfer\": {\"modelPackage\": \"%s\"}}".formatted(from), job);
        return run;
    }
}
