package org.roentgen.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.TransferSyntax;
import org.roentgen.store.profile.ProfileDefinition;
import org.roentgen.store.profile.ProfileVersions;

@QuarkusTest
@QuarkusTestResource(BackingServices.class)
class ProfileTest {
    private static final String PROFILES = "/api/v1/deidentification-profiles/";
    private static final String KEEPS_NOTHING = """
            {"definition": {"options": ["RETAIN_DEVICE_IDENTITY"], "dates": "REMOVE",
             "overrides": [{"tag": "StudyDescription", "action": "CLEAN_TEXT", "reason": "needed to choose series"}]}}
            """;
    private static final String KEEPS_THE_PATIENT_ID = """
            {"definition": {"options": [], "dates": "REMOVE",
             "overrides": [{"tag": "(0010,0020)", "action": "KEEP", "reason": "a phantom study"}]}}
            """;

    @Inject
    ProfileVersions profiles;

    private final String name = "profile-" + UUID.randomUUID();

    @Test
    void thoseOfThePlatformAreThereAndCannotBeChanged() {
        Tokens.as("admin")
                .get(PROFILES)
                .then()
                .statusCode(200)
                .body("items.name", hasItems("basic", "longitudinal", "year-only", "research"))
                .body("items.find { it.name == 'basic' }.builtIn", equalTo(true))
                .body("items.find { it.name == 'basic' }.usedVersion", equalTo(1));
        post("basic/versions", KEEPS_NOTHING).statusCode(409).body("code", equalTo("BUILT_IN"));
    }

    @Test
    void aVersionThatKeepsNoDirectIdentifierIsUsableAtOnce() {
        post(name + "/versions", KEEPS_NOTHING)
                .statusCode(201)
                .body("version", equalTo(1))
                .body("state", equalTo("APPROVED"))
                .body("directIdentifiers", empty());
        post(name + "/versions", KEEPS_NOTHING).statusCode(201).body("version", equalTo(2));
        Tokens.as("admin").get(PROFILES + name).then().body("usedVersion", equalTo(2));
    }

    @Test
    void aVersionThatKeepsADirectIdentifierTakesASecondPerson() {
        post(name + "/versions", KEEPS_THE_PATIENT_ID)
                .statusCode(201)
                .body("state", equalTo("REQUESTED"))
                .body("directIdentifiers", equalTo(List.of("(0010,0020) PatientID")));
        Tokens.as("admin").get(PROFILES + name).then().body("usedVersion", nullValue());
        for (String decision : List.of("approval", "decline")) {
            post(name + "/versions/1/" + decision, "{}").statusCode(403).body("code", equalTo("SECOND_PERSON_NEEDED"));
        }
        pipelineWith(name).statusCode(400).body("detail", containsString("no approved version"));
    }

    @Test
    void anotherPersonApprovesOrDeclinesOnce() {
        writtenByAnother();
        writtenByAnother();
        post(name + "/versions/1/approval", "{}")
                .statusCode(200)
                .body("state", equalTo("APPROVED"))
                .body("decidedBy", equalTo("demo-admin"));
        post(name + "/versions/1/decline", "{}").statusCode(409).body("code", equalTo("ALREADY_DECIDED"));
        post(name + "/versions/2/decline", "{}").statusCode(200).body("state", equalTo("DECLINED"));
        Tokens.as("admin").get(PROFILES + name).then().body("usedVersion", equalTo(1));
        pipelineWith(name).statusCode(201);
        Tokens.as("auditor")
                .get("/api/v1/audit?action=profile.approve")
                .then()
                .body("items.findAll { it.objectId == '%s' }.details.version".formatted(name), equalTo(List.of("1")));
    }

    @Test
    void everyProblemIsListed() {
        post(name + "/versions", """
                        {"definition": {"options": ["RETAIN_EVERYTHING"], "dates": "SHIFT", "note": "x",
                         "overrides": [{"tag": "Nonsense", "action": "KEEP", "reason": "x"},
                                       {"tag": "PatientSex", "action": "SHIFT_DATE"},
                                       {"tag": "SOPInstanceUID", "action": "REMOVE", "reason": "x"}],
                         "safePrivate": [{"creator": "", "group": "0018", "element": "1"}]}}
                        """)
                .statusCode(400)
                .body(
                        "detail",
                        allOf(
                                containsString("note: a profile has no such member"),
                                containsString("'RETAIN_EVERYTHING' is no Option"),
                                containsString("needs the option RETAIN_LONGITUDINAL_MODIFIED_DATES"),
                                containsString("'Nonsense' is no tag"),
                                containsString("overrides[1]: reason is missing"),
                                containsString("SHIFT_DATE does not fit (0010,0040) PatientSex"),
                                containsString("REMOVE does not fit (0008,0018) SOPInstanceUID"),
                                containsString("creator is missing"),
                                containsString("odd group")));
        Tokens.as("admin").get(PROFILES + name).then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"options": [], "dates": "REMOVE", "overrides": [{"tag": "OperatorsName", "action": "KEEP", "reason": "r"}]} | (0008,1070) OperatorsName
            {"options": [], "dates": "REMOVE", "overrides": [{"tag": "00191001", "action": "KEEP", "reason": "r"}]} | (0019,1001)
            {"options": ["RETAIN_UIDS"], "dates": "REMOVE"} | option RETAIN_UIDS
            {"options": ["RETAIN_LONGITUDINAL_FULL_DATES"], "dates": "KEEP"} | dates KEEP
            """)
    void whatNamesAPersonIsFound(String definition, String identifier) {
        post(name + "/versions", "{\"definition\": " + definition + "}")
                .statusCode(201)
                .body("directIdentifiers", equalTo(List.of(identifier)))
                .body("state", equalTo("REQUESTED"));
    }

    @Test
    void anExportIsWhatWasHashedAndCanBeReadBack() throws Exception {
        JsonPath version = post(name + "/versions", KEEPS_NOTHING).extract().jsonPath();
        byte[] export = Tokens.as("admin").get(PROFILES + name + "/versions/1").asByteArray();
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(export);
        assertThat(version.getString("hash")).isEqualTo(HexFormat.of().formatHex(hash));
        String text = new String(export, StandardCharsets.UTF_8);
        post(name + "/versions", "{\"definition\": " + text + "}").statusCode(201);
        Tokens.as("admin")
                .get(PROFILES + name + "/differences?from=1&to=2")
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    @Test
    void twoVersionsAreCompared() {
        post(name + "/versions", KEEPS_NOTHING);
        post(name + "/versions", KEEPS_THE_PATIENT_ID);
        Tokens.as("admin")
                .get(PROFILES + name + "/differences?from=1&to=2")
                .then()
                .statusCode(200)
                .body("items", hasSize(3))
                .body("items[0].subject", equalTo("(0008,1030) StudyDescription"))
                .body("items[0].after", nullValue())
                .body("items[1].subject", equalTo("(0010,0020) PatientID"))
                .body("items[1].after", equalTo("KEEP: a phantom study"))
                .body("items[2].subject", equalTo("option RETAIN_DEVICE_IDENTITY"));
    }

    @Test
    void aTrialTellsTheActionsWithoutAnyValue() throws Exception {
        post(name + "/versions", KEEPS_THE_PATIENT_ID);
        trial(DataSet.builder().put(Tag.PatientName, "Invented^Ada").put(Tag.PatientID, "SYN-1"))
                .statusCode(200)
                .body("actions.find { it.name == 'PatientName' }.action", equalTo("PSEUDONYM"))
                .body("actions.findAll { it.name == 'PatientID' }", empty())
                .body("refused", nullValue())
                .body(not(containsString("Invented")))
                .body(not(containsString("SYN-1")));
        trial(DataSet.builder().put(Tag.BurnedInAnnotation, "YES"))
                .statusCode(200)
                .body("refused", containsString("(0028,0301)"))
                .body("actions", empty());
        Tokens.as("admin")
                .contentType("application/octet-stream")
                .body("no DICOM".getBytes(StandardCharsets.US_ASCII))
                .post(PROFILES + name + "/versions/1/trial")
                .then()
                .statusCode(400);
    }

    @Test
    void aTrialOfOneImageOfAHeadSaysThatItsSeriesIsNeeded() throws Exception {
        post(
                name + "/versions",
                "{\"definition\": {\"options\": [\"CLEAN_RECOGNIZABLE_VISUAL_FEATURES\"], \"dates\": \"REMOVE\", \"overrides\": []}}");
        trial(DataSet.builder()
                        .put(Tag.BodyPartExamined, "BRAIN")
                        .putIntegers(Tag.Rows, 4)
                        .putIntegers(Tag.Columns, 4)
                        .putDecimals(Tag.PixelSpacing, 1, 1)
                        .putDecimals(Tag.ImagePositionPatient, 0, 0, 0)
                        .putDecimals(Tag.ImageOrientationPatient, 1, 0, 0, 0, 1, 0))
                .statusCode(200)
                .body("refused", containsString("in the whole series"))
                .body("refused", containsString("the picture of the face in its record"))
                .body("refused", containsString("slices (1,"));
        trial(DataSet.builder().put(Tag.BodyPartExamined, "KNEE"))
                .statusCode(200)
                .body("refused", nullValue())
                .body("actions", not(empty()));
    }

    private ValidatableResponse trial(DataSet.Builder dataSet) throws Exception {
        dataSet.put(Tag.SOPClassUID, "1.2.840.10008.5.1.4.1.1.4")
                .put(Tag.SOPInstanceUID, "2.25.7001")
                .put(Tag.StudyInstanceUID, "2.25.7002")
                .put(Tag.SeriesInstanceUID, "2.25.7003");
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        DicomFile.of(dataSet.build(), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN).write(file);
        return Tokens.as("admin")
                .contentType("application/octet-stream")
                .body(file.toByteArray())
                .post(PROFILES + name + "/versions/1/trial")
                .then();
    }

    /** There is one administrator among the demo users. */
    private void writtenByAnother() {
        profiles.add(
                name,
                ProfileDefinition.read("{\"dates\": \"REMOVE\"}"),
                List.of("(0010,0020) PatientID"),
                "another-administrator");
    }

    private ValidatableResponse pipelineWith(String profile) {
        return Tokens.as("admin")
                .contentType("application/json")
                .body("""
                        {"name": "p-%s", "definition": {"match": {"modality": ["MR"]},
                         "steps": [{"kind": "DEIDENTIFY", "profile": "%s"}]}}
                        """.formatted(UUID.randomUUID(), profile))
                .post("/api/v1/pipelines")
                .then();
    }

    private static ValidatableResponse post(String path, String body) {
        return Tokens.as("admin")
                .contentType("application/json")
                .body(body)
                .post(PROFILES + path)
                .then();
    }
}
