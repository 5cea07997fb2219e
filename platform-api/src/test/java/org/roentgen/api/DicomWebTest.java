package org.roentgen.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.ReadOptions;
import org.roentgen.dicom.TransferSyntax;
import org.roentgen.dicom.pixel.Transcoder;

@QuarkusTest
@QuarkusTestResource(BackingServices.class)
class DicomWebTest {
    private static final String STUDY = "2.25.1001";
    private static final String SERIES = "2.25.1002";

    @Test
    void whatIsStoredIsFoundAndComesBackAsItWas() throws Exception {
        byte[] file = DicomWeb.file("P-1", STUDY, SERIES, "2.25.1003", 8);
        DicomWeb.store(List.of(file)).then().statusCode(200).body("'00081199'.Value", hasSize(1));
        DicomWeb.store(List.of(file)).then().statusCode(200);
        Tokens.as("radiologist")
                .get("/dicom-web/studies?PatientName=invented*&StudyDate=20250101-20251231")
                .then()
                .statusCode(200)
                .body("[0].'0020000D'.Value[0]", equalTo(STUDY))
                .body("[0].'00201208'.Value[0]", equalTo(1));
        String instance = "/dicom-web/studies/" + STUDY + "/series/" + SERIES + "/instances/2.25.1003";
        assertThat(Tokens.as("radiologist")
                        .accept("application/dicom")
                        .get(instance)
                        .asByteArray())
                .isEqualTo(file);
        Tokens.as("radiologist")
                .get("/dicom-web/studies/" + STUDY + "/series/" + SERIES + "/metadata")
                .then()
                .statusCode(200)
                .body("[0].'00280010'.Value[0]", equalTo(4))
                .body("[0].'7FE00010'.BulkDataURI", equalTo(instance + "/bulkdata/7FE00010"));
        byte[] frame = Tokens.as("radiologist")
                .accept("application/octet-stream")
                .get(instance + "/frames/1")
                .asByteArray();
        assertThat(frame).isEqualTo(DicomWeb.pixels(8));
        Tokens.as("radiologist").get(instance + "/frames/2").then().statusCode(404);
        assertThat(Tokens.as("radiologist").get(instance + "/rendered").contentType())
                .isEqualTo("image/jpeg");
        assertThat(Tokens.as("radiologist")
                        .get("/dicom-web/studies/" + STUDY + "/series/" + SERIES + "/thumbnail")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void otherContentUnderTheSameUidIsAConflictInQuarantine() throws Exception {
        DicomWeb.store(List.of(DicomWeb.file("P-2", "2.25.2001", "2.25.2002", "2.25.2003", 1)))
                .then()
                .statusCode(200);
        DicomWeb.store(List.of(DicomWeb.file("P-2", "2.25.2001", "2.25.2002", "2.25.2003", 2)))
                .then()
                .statusCode(409)
                .body("'00081198'.Value[0].'00081197'.Value[0]", equalTo(0x0111));
        Tokens.as("integrator")
                .get("/api/v1/quarantine")
                .then()
                .body("items.find { it.sopInstanceUid == '2.25.2003' }.code", equalTo("CONFLICTING_INSTANCE"));
    }

    @Test
    void theSameInstanceEncodedOtherwiseIsNoConflict() throws Exception {
        byte[] file = DicomWeb.file("P-5", "2.25.5001", "2.25.5002", "2.25.5003", 1);
        ByteArrayOutputStream implicit = new ByteArrayOutputStream();
        Transcoder.transcode(
                        DicomFile.read(new ByteArrayInputStream(file), ReadOptions.STRICT),
                        TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN)
                .write(implicit);
        DicomWeb.store(List.of(file)).then().statusCode(200);
        DicomWeb.store(List.of(implicit.toByteArray())).then().statusCode(200);
    }

    @Test
    void whatIsNotDicomIsKeptInQuarantine() throws Exception {
        DicomWeb.store(List.of("This is no DICOM file".getBytes(StandardCharsets.US_ASCII)))
                .then()
                .statusCode(409)
                .body("'00081198'.Value", hasSize(1))
                .body("'00081198'.Value[0].'00081197'.Value[0]", equalTo(0xC000));
        Tokens.as("integrator")
                .get("/api/v1/quarantine?state=OPEN")
                .then()
                .statusCode(200)
                .body("items.findAll { it.code == 'MALFORMED_DICOM' && it.origin == 'stow' }", hasSize(greaterThan(0)));
    }

    @Test
    void aBodyThatIsCutOffIsRefused() {
        Tokens.as("integrator")
                .config(DicomWeb.BINARY)
                .header("Content-Type", "multipart/related; type=\"application/dicom\"; boundary=b")
                .body("--b\r\n\r\nhalf".getBytes(StandardCharsets.US_ASCII))
                .post("/dicom-web/studies")
                .then()
                .statusCode(400)
                .body("code", equalTo("INVALID_REQUEST"));
    }

    @Test
    void theSourceOfStoredInstancesIsThereFromTheStart() {
        Tokens.as("integrator")
                .get("/api/v1/sources")
                .then()
                .statusCode(200)
                .body("items.findAll { it.kind == 'STOW' }", hasSize(1));
    }

    @Test
    void theGoodInstancesOfARequestAreStored() throws Exception {
        byte[] good = DicomWeb.file("P-3", "2.25.3001", "2.25.3002", "2.25.3003", 1);
        byte[] truncated = Arrays.copyOf(DicomWeb.file("P-3", "2.25.3001", "2.25.3002", "2.25.3004", 1), 200);
        DicomWeb.store(List.of(truncated, good))
                .then()
                .statusCode(202)
                .body("'00081199'.Value", hasSize(1))
                .body("'00081198'.Value[0].'00081197'.Value[0]", equalTo(0xC000));
    }

    @Test
    void readingAStudyIsInTheAuditTrailOnce() throws Exception {
        DicomWeb.store(List.of(DicomWeb.file("P-4", "2.25.4001", "2.25.4002", "2.25.4003", 1)));
        for (int i = 0; i < 3; i++) {
            Tokens.as("radiologist")
                    .get("/dicom-web/studies/2.25.4001/metadata")
                    .then()
                    .statusCode(200);
        }
        Tokens.as("auditor")
                .get("/api/v1/audit?action=study.store")
                .then()
                .statusCode(200)
                .body("items.findAll { it.objectId == '2.25.4001' }", hasSize(1))
                .body("items[0].actor", equalTo("demo-integrator"));
        Tokens.as("auditor").get("/api/v1/audit/verification").then().body("valid", equalTo(true));
    }
}
