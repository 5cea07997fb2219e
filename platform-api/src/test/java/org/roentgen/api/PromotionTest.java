package org.roentgen.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.roentgen.api.objects.Deidentified;
import org.roentgen.domain.object.ObjectStore;

/** How a version comes into production, and out of it. */
@QuarkusTest
@QuarkusTestResource(BackingServices.class)
class PromotionTest {
    private static final String SUBGROUPS = """
            "subgroups": [
              {"attribute": "SEX", "value": "F", "cases": 60, "isSmall": false, "gaps": [],
               "metrics": {"auc": {"estimate": 0.93, "lower": 0.9, "upper": 0.96}}},
              {"attribute": "SEX", "value": "M", "cases": 40, "isSmall": false, "gaps": ["auc"],
               "metrics": {"auc": {"estimate": 0.81, "lower": 0.76, "upper": 0.86}}},
              {"attribute": "AGE_BAND", "value": "80+", "cases": 5, "isSmall": true, "gaps": [],
               "metrics": {"auc": {"estimate": 0.5, "lower": 0.1, "upper": 0.9}}}]
            """;

    @Inject
    @Deidentified
    ObjectStore objects;

    private final UUID model = UUID.randomUUID();
    private UUID first;
    private UUID second;

    @BeforeEach
    void registerTwoVersions() throws Exception {
        Owner.execute("insert into model (id, name, task) values (?, ?, 'CLASSIFICATION')", model, "m" + model);
        String firstPackage = modelPackage("{\"metrics\": {\"auc\": 0.9}, " + SUBGROUPS + "}");
        first = version(1, firstPackage);
        second = version(2, modelPackage("""
                {"metrics": {"auc": 0.91}, "comparison": {"reference": "%s", "cases": 80, "excluded": 20, "metrics": [
                  {"name": "auc", "value": 0.91, "reference": 0.9, "difference": 0.01, "lower": -0.01, "upper": 0.03,
                   "pValue": 0.33, "method": "DELONG"}]}}
                """.formatted(firstPackage)));
    }

    private String modelPackage(String evaluation) throws Exception {
        return put("{\"entries\": {\"evaluation.json\": \"%s\", \"card.md\": \"%s\"}}"
                .formatted(put(evaluation), put("# A model\n\n| metric | value |\n|---|---|\n| auc | 0.9 |\n")));
    }

    @ParameterizedTest
    @CsvSource({"picture-01.png, 200", "picture-02.png, 404", "evaluation.json, 404"})
    void onlyPicturesOfThePackageAreShown(String name, int status) throws Exception {
        UUID version = version(
                3,
                put("{\"entries\": {\"evaluation.json\": \"%s\", \"picture-01.png\": \"%s\"}}"
                        .formatted(put("{}"), put("the bytes of a PNG"))));
        ValidatableResponse answer = Tokens.as("radiologist")
                .get("/api/v1/model-versions/" + version + "/pictures/" + name)
                .then()
                .statusCode(status);
        if (status == 200) {
            assertThat(answer.contentType("image/png").extract().asString()).isEqualTo("the bytes of a PNG");
        }
    }

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

    private static void fillCard(UUID version) {
        for (String section : new String[] {"INTENDED_USE", "LIMITATIONS"}) {
            write(version, section, "Text of " + section).statusCode(204);
        }
    }

    private static ValidatableResponse write(UUID version, String section, String content) {
        return Tokens.as("data-scientist")
                .contentType("application/json")
                .body(Map.of("content", content))
                .put("/api/v1/model-versions/" + version + "/card-texts/" + section)
                .then();
    }

    private static ValidatableResponse request(UUID version) {
        return post("data-scientist", "/model-versions/" + version + "/promotions", "{\"reason\": \"better\"}");
    }

    private static ValidatableResponse post(String role, String path, String body) {
        return Tokens.as(role)
                .contentType("application/json")
                .body(body)
                .post("/api/v1" + path)
                .then();
    }

    private void rules(String rules) {
        Tokens.as("admin")
                .contentType("application/json")
                .body(rules)
                .put("/api/v1/models/" + model + "/promotion-rules")
                .then()
                .statusCode(200);
    }

    private void promote(UUID version) {
        fillCard(version);
        String promotion = request(version).statusCode(201).extract().path("id");
        post("admin", "/promotions/" + promotion + "/approval", "{}").statusCode(200);
    }

    @Test
    void aCardThatNobodyFilledIsRefusedWithTheFix() {
        request(first)
                .statusCode(409)
                .body("code", equalTo("PROMOTION_RULE_FAILED"))
                .body("detail", containsString("CARD_FILLED"))
                .body("detail", containsString("missing: Intended use, Limitations"))
                .body("detail", containsString("write them on the page"));
        write(first, "INTENDED_USE", "Screening").statusCode(204);
        request(first).statusCode(409).body("detail", containsString("missing: Limitations"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MINIMUM_METRIC | auc | 0.85 | true | auc 0.9000",
                "MINIMUM_METRIC | auc | 0.95 | false | auc 0.9000",
                "MINIMUM_METRIC | dice | 0.5 | false | the evaluation has no dice",
                "SUBGROUP_MINIMUM | auc | 0.8 | true | 2 groups reach it",
                "SUBGROUP_MINIMUM | auc | 0.85 | false | SEX M 0.8100",
                "SUBGROUP_MINIMUM | dice | 0.1 | false | no group of the test split can be judged by dice",
                "NO_SUBGROUP_GAP | | | false | SEX M auc 0.8100",
                "NOT_WORSE_THAN_PRODUCTION | auc | 0.02 | true | nothing is in production",
                "CARD_FILLED | | | false | missing: Intended use, Limitations"
            })
    void eachRuleSaysWhatItFound(String kind, String metric, String value, boolean passes, String found) {
        rules("[{\"kind\": \"%s\", \"metric\": %s, \"value\": %s}]"
                .formatted(kind, metric == null ? null : "\"" + metric + "\"", value));
        Tokens.as("data-scientist")
                .get("/api/v1/model-versions/" + first + "/promotion-checks")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].rule", equalTo(kind))
                .body("items[0].passed", equalTo(passes))
                .body("items[0].found", equalTo(found));
    }

    @Test
    void limitsOfAgreementInTheShadowAreRulesThatNoVersionFails() throws Exception {
        rules(
                "[{\"kind\": \"SHADOW_SAME_MASK\", \"value\": 0.9}, {\"kind\": \"SHADOW_FINDING_PRESENT\", \"value\": 0.4}]");
        Tokens.as("data-scientist")
                .get("/api/v1/model-versions/" + first + "/promotion-checks")
                .then()
                .statusCode(200)
                .body("items", empty());
        Owner.execute("update model set task = 'SEGMENTATION', promotion_rules = null where id = ?", model);
        Tokens.as("data-scientist")
                .get("/api/v1/models/" + model + "/promotion-rules")
                .then()
                .body("items.find { it.kind == 'SHADOW_SAME_MASK' }.value", equalTo(0.8f));
        Tokens.as("admin")
                .contentType("application/json")
                .body("[{\"kind\": \"SHADOW_SAME_MASK\"}]")
                .put("/api/v1/models/" + model + "/promotion-rules")
                .then()
                .statusCode(400)
                .body("detail", containsString("SHADOW_SAME_MASK has no value"));
    }

    @ParameterizedTest
    @CsvSource({
        "NOT_WORSE_THAN_PRODUCTION, 0.02, true",
        "NOT_WORSE_THAN_PRODUCTION, 0, true",
        "BETTER_THAN_PRODUCTION, , false"
    })
    void theComparisonWithProductionIsAskedForAndShown(String kind, String value, boolean passes) {
        promote(first);
        rules("[{\"kind\": \"%s\", \"metric\": \"auc\", \"value\": %s}]".formatted(kind, value));
        Tokens.as("data-scientist")
                .get("/api/v1/model-versions/" + second + "/promotion-checks")
                .then()
                .body("items[0].passed", equalTo(passes))
                .body(
                        "items[0].found",
                        equalTo(
                                "auc 0.9100 beside 0.9000 on 80 cases: difference 0.0100 (-0.0100 to 0.0300), p 0.3300"));
    }

    @Test
    void whenProductionChangesCandidatesAreComparedAgain() throws Exception {
        promote(second);
        fillCard(first);
        request(first)
                .statusCode(409)
                .body("detail", containsString("the comparison with the version in production is on its way"));
        stored("""
                {"reference": "%s", "cases": 70, "excluded": 0, "metrics": [
                  {"name": "auc", "value": 0.9, "reference": 0.91, "difference": -0.01, "lower": -0.03, "upper": 0.01,
                   "pValue": 0.4, "method": "DELONG"}]}
                """);
        Tokens.as("data-scientist")
                .get("/api/v1/model-versions/" + first)
                .then()
                .body("comparison.state", equalTo("COMPLETED"))
                .body("comparison.comparison.cases", equalTo(70));
        request(first).statusCode(201).body("requestChecks.passed", contains(true, true));
    }

    @Test
    void aComparisonThatFailedSaysWhyAndCanBeStartedAgain() throws Exception {
        compare(first).statusCode(409).body("code", equalTo("NOTHING_IN_PRODUCTION"));
        promote(second);
        Owner.execute("""
                update job set state = 'FAILED', cause_code = 'INVALID_DATASET', cause_message = 'Case x has no mask'
                where id = (select job_id from model_comparison where model_version_id = ?)
                """, first);
        fillCard(first);
        request(first)
                .statusCode(409)
                .body("detail", containsString("ended FAILED: Case x has no mask; start the comparison again"));
        compare(first).statusCode(202).body("state", equalTo("PENDING"));
        compare(first).statusCode(202).body("state", equalTo("PENDING"));
    }

    private static ValidatableResponse compare(UUID version) {
        return post("data-scientist", "/model-versions/" + version + "/comparison", "{}");
    }

    /** What the workflow writes when a worker has compared the first version with the second. */
    private void stored(String comparison) throws Exception {
        String reference = Tokens.as("data-scientist")
                .get("/api/v1/model-versions/" + second)
                .path("packageObjectId");
        Owner.execute(
                "update model_comparison set comparison_object_id = ? where model_version_id = ?",
                put(comparison.formatted(reference)),
                first);
        Owner.execute(
                "update job set state = 'COMPLETED' where id in (select job_id from model_comparison where model_version_id = ?)",
                first);
    }

    @Test
    void theRulesAreHeldAgainWhenItIsDecided() {
        fillCard(first);
        String promotion = request(first)
                .statusCode(201)
                .body("requestChecks.passed", contains(true, true))
                .body("decisionChecks", empty())
                .extract()
                .path("id");
        rules("[{\"kind\": \"MINIMUM_METRIC\", \"metric\": \"auc\", \"value\": 0.99}]");
        post("admin", "/promotions/" + promotion + "/approval", "{}")
                .statusCode(409)
                .body("detail", containsString("MINIMUM_METRIC demands auc of at least 0.9900; found: auc 0.9000"));
        rules("[]");
        post("admin", "/promotions/" + promotion + "/approval", "{}")
                .statusCode(200)
                .body("state", equalTo("APPROVED"))
                .body("decisionChecks.rule", contains("TWO_PEOPLE"));
    }

    @Test
    void whoAskedCannotDecide() {
        fillCard(first);
        String promotion = post("admin", "/model-versions/" + first + "/promotions", "{\"reason\": \"better\"}")
                .statusCode(201)
                .extract()
                .path("id");
        post("admin", "/promotions/" + promotion + "/approval", "{}")
                .statusCode(403)
                .body("code", equalTo("SECOND_PERSON_NEEDED"));
    }

    @Test
    void theHistoryTellsWhatWasLiveWhenAndOneStepLeadsBack() {
        promote(first);
        promote(second);
        history()
                .body("live.version", contains(1, 2))
                .body("live[0].until", equalTo(history().extract().path("live[1].from")))
                .body("live[1].until", nullValue());
        post("data-scientist", "/models/" + model + "/rollback", "{\"reason\": \"wrong\"}")
                .statusCode(403);
        post("admin", "/models/" + model + "/rollback", "{\"reason\": \" \"}").statusCode(400);
        post("admin", "/models/" + model + "/rollback", "{\"reason\": \"misses small nodules\"}")
                .statusCode(200)
                .body("live.version", contains(1, 2, 1))
                .body("changes.last().reason", equalTo("Rollback: misses small nodules"));
        stage(first, "PRODUCTION");
        stage(second, "RETIRED");
    }

    private ValidatableResponse history() {
        return Tokens.as("radiologist")
                .get("/api/v1/models/" + model + "/history")
                .then()
                .statusCode(200);
    }

    private static void stage(UUID version, String stage) {
        Tokens.as("data-scientist")
                .get("/api/v1/model-versions/" + version)
                .then()
                .body("stage", equalTo(stage));
    }

    @Test
    void withoutAnEarlierVersionThereIsNoWayBack() {
        post("admin", "/models/" + model + "/rollback", "{\"reason\": \"wrong\"}")
                .statusCode(409)
                .body("code", equalTo("NOTHING_IN_PRODUCTION"));
        promote(first);
        post("admin", "/models/" + model + "/rollback", "{\"reason\": \"wrong\"}")
                .statusCode(409)
                .body("code", equalTo("NOTHING_TO_ROLL_BACK_TO"));
    }

    @Test
    void stagesAreReachedInOrder() {
        move("SHADOW").statusCode(204);
        move("DRAFT").statusCode(409).body("code", equalTo("STAGE_NOT_REACHABLE"));
        move("PRODUCTION").statusCode(409).body("code", equalTo("STAGE_NEEDS_DECISION"));
        move("RETIRED").statusCode(204);
        move("CANDIDATE").statusCode(204);
        history().body("changes.toStage", contains("SHADOW", "RETIRED", "CANDIDATE"));
        promote(first);
        move("RETIRED").statusCode(409).body("code", equalTo("STAGE_NEEDS_DECISION"));
        write(first, "LIMITATIONS", "none").statusCode(409).body("code", equalTo("CARD_FROZEN"));
    }

    private ValidatableResponse move(String stage) {
        return post(
                "data-scientist",
                "/model-versions/" + first + "/stage",
                "{\"stage\": \"%s\", \"reason\": \"tried\"}".formatted(stage));
    }

    @Test
    void theCardIsPrintedWithWhatPeopleWrote() throws Exception {
        write(first, "LIMITATIONS", "Not for children under \u6b73 12. ".repeat(80))
                .statusCode(204);
        byte[] pdf = Tokens.as("radiologist")
                .get("/api/v1/model-versions/" + first + "/card.pdf")
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .extract()
                .asByteArray();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(document);
            assertThat(text)
                    .contains("A model", "auc", "0.9", "Limitations", "Not for children", "demo-data-scientist");
        }
    }
}
