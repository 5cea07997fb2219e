package org.roentgen.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.oneOf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every endpoint of the OpenAPI document: 401 without a token, 403 without the role. */
@QuarkusTest
@QuarkusTestResource(BackingServices.class)
class AccessTest {
    /** Open to everyone who is signed in. */
    private static final Set<String> ANY_ROLE = Set.of("/api/v1/me", "/api/v1/events");

    private static final Set<String> AUDITORS_READ = Set.of("/api/v1/audit", "/api/v1/audit/verification");
    private static final String ID = "00000000-0000-4000-8000-000000000000";

    private record Endpoint(String method, String path) {
        String url() {
            return path.replaceAll("\\{[^}]+}", ID);
        }
    }

    @TestFactory
    List<DynamicTest> everyEndpointRefuses() throws Exception {
        List<DynamicTest> tests = new ArrayList<>();
        for (Endpoint endpoint : endpoints()) {
            String name = endpoint.method() + " " + endpoint.path();
            tests.add(DynamicTest.dynamicTest(
                    name + ": 401 without a token",
                    () -> send(endpoint, given()).then().statusCode(401).body("code", equalTo("NOT_SIGNED_IN"))));
            if (!ANY_ROLE.contains(endpoint.path())) {
                String outsider = AUDITORS_READ.contains(endpoint.path()) ? "radiologist" : "auditor";
                tests.add(DynamicTest.dynamicTest(
                        name + ": 403 for " + outsider, () -> send(endpoint, Tokens.as(outsider))
                                .then()
                                .statusCode(403)
                                .body("code", equalTo("ROLE_MISSING"))));
            }
        }
        assertThat(tests).hasSizeGreaterThan(90);
        return tests;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/me",
                "/api/v1/worklist",
                "/api/v1/worklist?state=FAILED&search=a_b",
                "/api/v1/pipelines",
                "/api/v1/pipeline-runs",
                "/api/v1/pipeline-runs?state=RUNNING&studyId=" + ID,
                "/api/v1/sources",
                "/api/v1/destinations",
                "/api/v1/quarantine",
                "/api/v1/quarantine?state=OPEN",
                "/api/v1/dataset-imports",
                "/api/v1/datasets",
                "/api/v1/training-runs",
                "/api/v1/models",
                "/api/v1/promotions",
                "/api/v1/deidentification-profiles",
                "/api/v1/pixel-doubts",
                "/api/v1/deidentification-profiles/basic",
                "/api/v1/deidentification-profiles/basic/versions/1",
                "/api/v1/deidentification-profiles/basic/differences?from=1&to=1",
                "/api/v1/promotions?state=REQUESTED",
                "/api/v1/audit?from=2026-01-01&actor=x&action=study",
                "/api/v1/audit/verification",
                "/api/v1/system",
                "/dicom-web/studies?PatientName=A*&StudyDate=20200101-&ModalitiesInStudy=MR",
                "/dicom-web/series?Modality=MR",
                "/dicom-web/instances?includefield=all&limit=3"
            })
    void administratorsRead(String path) {
        Tokens.as("admin").get(path).then().statusCode(oneOf(200, 204));
    }

    @Test
    void aForgedTokenIsRefused() {
        given().auth().oauth2("not.a.token").get("/api/v1/me").then().statusCode(401);
    }

    @Test
    void aWriteInASessionNeedsTheHeader() {
        given().cookie("q_session_web", "x")
                .post("/api/v1/sources")
                .then()
                .statusCode(403)
                .body("code", equalTo("CSRF_HEADER_MISSING"));
    }

    @Test
    void loginLeadsToTheIdentityProvider() {
        given().redirects()
                .follow(false)
                .get("/login?to=/worklist")
                .then()
                .statusCode(302)
                .header("Location", containsString("/realms/roentgen/protocol/openid-connect/auth"));
    }

    @Test
    void whoIsSignedInIsNamed() {
        Tokens.as("radiologist")
                .get("/api/v1/me")
                .then()
                .statusCode(200)
                .body("username", equalTo("demo-radiologist"))
                .body("roles", equalTo(List.of("radiologist")));
    }

    private static Response send(Endpoint endpoint, RequestSpecification request) {
        RequestSpecification sent = endpoint.method().equals("GET")
                ? request
                : request.contentType("application/json").body("{}");
        return sent.request(endpoint.method(), endpoint.url());
    }

    private static List<Endpoint> endpoints() throws Exception {
        String document = given().get("/q/openapi?format=json").asString();
        List<Endpoint> endpoints = new ArrayList<>();
        JsonNode paths = new ObjectMapper().readTree(document).get("paths");
        paths.properties().forEach(path -> path.getValue()
                .fieldNames()
                .forEachRemaining(
                        method -> endpoints.add(new Endpoint(method.toUpperCase(Locale.ROOT), path.getKey()))));
        return endpoints.stream()
                .filter(endpoint -> Set.of("GET", "POST", "PUT", "DELETE").contains(endpoint.method()))
                .toList();
    }
}
