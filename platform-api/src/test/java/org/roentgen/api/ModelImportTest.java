package org.roentgen.api;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Models from elsewhere are taken in with a form that is complete. */
@QuarkusTest
@QuarkusTestResource(BackingServices.class)
class ModelImportTest {
    private static final String FORM = """
            {"name": "liver", "origin": "nnU-Net 2", "task": "SEGMENTATION", "intendedUse": "research",
             "labels": [{"value": 0, "name": "background"}, {"value": 1, "name": "liver"}],
             "recipe": {"schemaVersion": 1, "steps": []},
             "inference": {"mode": "WHOLE", "activation": "SOFTMAX", "cleanup": "NONE"}}
            """;

    private static ValidatableResponse create(String form) {
        return Tokens.as("data-scientist")
                .contentType("application/octet-stream")
                .queryParam("manifest", form)
                .body("onnx".getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/model-imports")
                .then();
    }

    @Test
    void aCompleteFormWaitsForItsTrial() {
        String id = create(FORM)
                .statusCode(201)
                .body("modelName", equalTo("liver"))
                .body("origin", equalTo("nnU-Net 2"))
                .body("state", equalTo("PENDING"))
                .body("modelVersionId", nullValue())
                .extract()
                .path("id");
        Tokens.as("data-scientist")
                .get("/api/v1/model-imports/" + id)
                .then()
                .statusCode(200)
                .body("createdBy", equalTo("demo-data-scientist"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"name\": \"liver\"' | '\"name\": \"\"' | manifest lacks name",
                "'\"name\": \"liver\"' | '\"name\": \"a/b\"' | must be of letters",
                "'\"value\": 1' | '\"value\": 7' | number them from 0",
                "', {\"value\": 1, \"name\": \"liver\"}' | '' | has 1 entries",
                "', \"steps\": []' | '' | has no steps",
                "'\"mode\": \"WHOLE\", ' | '' | has no mode",
                "'SEGMENTATION' | 'DETECTION' | manifest cannot be read"
            })
    void aFormThatLacksSomethingIsRefused(String part, String instead, String why) {
        create(FORM.replace(part, instead)).statusCode(400).body("detail", containsString(why));
    }
}
