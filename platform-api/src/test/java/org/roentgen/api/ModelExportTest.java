package org.roentgen.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.roentgen.api.objects.Deidentified;
import org.roentgen.domain.object.ObjectStore;
import org.roentgen.store.query.Queries;

/** Packages as they were signed, and in forms for other systems. */
@QuarkusTest
@QuarkusTestResource(BackingServices.class)
class ModelExportTest {
    @Inject
    @Deidentified
    ObjectStore objects;

    @Inject
    Queries queries;

    private final UUID model = UUID.randomUUID();
    private final UUID version = UUID.randomUUID();
    private String modelPackage = "";

    @BeforeEach
    void registerAVersion() throws Exception {
        modelPackage = put("{\"entries\": {\"card.md\": \"%s\"}}".formatted(put("# " + model)));
        Owner.execute("insert into model (id, name, task) values (?, ?, 'CLASSIFICATION')", model, "e" + model);
        Owner.execute("""
                insert into model_version (id, model_id, version, package_object_id, stage, parity_max_abs_difference, metrics)
                values (?, ?, 1, ?, 'CANDIDATE', 0, '{}')
                """, version, model, modelPackage);
    }

    @Test
    void withoutATailItIsTheSignedPackage() throws IOException {
        byte[] zip = get("data-scientist", "")
                .statusCode(200)
                .contentType("application/zip")
                .extract()
                .asByteArray();
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
            assertThat(entries.getNextEntry().getName()).isEqualTo("card.md");
        }
        assertThat(jobs()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "?tail=softmax | tail is 'softmax', it must be probabilities or labels",
                "?tail=labels&normalisation=yes | normalisation is 'yes', it must be true or false",
                "?normalisation=true | normalisation is true, but the signed package has none in its graph: give"
                        + " tail=probabilities or tail=labels too"
            })
    void whatIsUnknownIsRefusedWithTheValueAndTheFix(String query, String detail) {
        get("data-scientist", query)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", containsString(detail));
        assertThat(jobs()).isEmpty();
    }

    @Test
    void aFormThatNoWorkerHasMadeYetIsAskedForOnce() {
        for (int request = 0; request < 2; request++) {
            get("data-scientist", "?tail=labels&normalisation=true")
                    .statusCode(503)
                    .body("code", equalTo("EXPORT_NOT_READY"))
                    .body("detail", containsString("is not there after 1 s; a training worker makes it"));
        }
        assertThat(jobs())
                .singleElement()
                .isEqualTo(Map.of("tail", "LABELS", "normalisation", "true", "state", "PENDING"));
        get("admin", "?tail=labels").statusCode(503);
        assertThat(jobs()).hasSize(2);
    }

    @Test
    void whatAWorkerMadeIsServedFromThenOn() throws Exception {
        exported("LABELS", "COMPLETED", null, put("zip of " + version));
        assertThat(get("data-scientist", "?tail=labels&normalisation=false")
                        .statusCode(200)
                        .contentType("application/zip")
                        .extract()
                        .asString())
                .isEqualTo("zip of " + version);
    }

    @Test
    void whatCannotBeMadeIsRefusedWithTheReason() throws Exception {
        exported("PROBABILITIES", "FAILED", "INVALID_MODEL_PACKAGE", null);
        get("data-scientist", "?tail=probabilities")
                .statusCode(409)
                .body("code", equalTo("EXPORT_REFUSED"))
                .body(
                        "detail",
                        containsString("tail=probabilities and normalisation=false cannot be exported: the reason"));
    }

    @Test
    void afterAnotherFailureItIsTriedAgain() throws Exception {
        exported("PROBABILITIES", "FAILED", "INTERNAL_ERROR", null);
        get("data-scientist", "?tail=probabilities").statusCode(503);
        assertThat(jobs()).singleElement().asString().contains("PENDING");
    }

    @Test
    void readersTakeNoPackages() {
        get("radiologist", "?tail=labels").statusCode(403);
    }

    private ValidatableResponse get(String role, String query) {
        return Tokens.as(role)
                .get("/api/v1/model-versions/" + version + "/package" + query)
                .then();
    }

    private void exported(String tail, String state, @Nullable String code, @Nullable String zip) throws Exception {
        UUID job = UUID.randomUUID();
        Owner.execute("""
                insert into job (id, kind, payload, priority, state, cause_code, cause_message)
                values (?, 'EXPORT', '{}', 9, ?, ?, 'the reason')
                """, job, state, code);
        Owner.execute("""
                insert into model_export (model_version_id, tail, normalisation, job_id, zip_object_id)
                values (?, ?, false, ?, ?)
                """, version, tail, job, zip);
    }

    private List<Map<String, String>> jobs() {
        return queries.list(
                """
                select payload -> 'form' ->> 'tail' as tail, payload -> 'form' ->> 'normalisation' as normalisation, state
                from job where kind = 'EXPORT' and payload ->> 'modelPackage' = :package
                """,
                Map.of("package", modelPackage),
                row -> Map.of(
                        "tail",
                        row.text("tail"),
                        "normalisation",
                        row.text("normalisation"),
                        "state",
                        row.text("state")));
    }

    private String put(String content) throws Exception {
        return objects.put(content.getBytes(StandardCharsets.UTF_8)).value();
    }
}
