package org.roentgen.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.TransferSyntax;
import org.roentgen.dicom.json.DicomJson;
import org.roentgen.dicom.pixel.PixelReader;
import org.roentgen.dicom.pixel.Transcoder;

/** STOW-RS with metadata in DICOM JSON and bulk data in parts of their own. */
@QuarkusTest
@QuarkusTestResource(BackingServices.class)
class DicomWebStoreTest {
    private static final String JSON = "application/dicom+json";

    @Test
    void nativePixelDataComesAsBulkData() throws Exception {
        post(List.of(
                        metadata("[" + json("2.25.8101", "pixels/1") + "," + json("2.25.8102", "pixels/2") + "]"),
                        bulk("application/octet-stream", "pixels/1", DicomWeb.pixels(1)),
                        bulk("application/octet-stream", "pixels/2", DicomWeb.pixels(2))))
                .then()
                .statusCode(200)
                .body("'00081199'.Value", hasSize(2))
                .body("'00081190'.Value[0]", equalTo("/dicom-web/studies/2.25.810"));
        assertThat(frame("2.25.8102")).isEqualTo(DicomWeb.pixels(2));
    }

    @Test
    void aCompressedFrameComesAsBulkData() throws Exception {
        DataSet dataSet =
                DicomWeb.instance("S-1", "2.25.810", "2.25.811", "2.25.8103", 3).build();
        DicomFile compressed =
                Transcoder.transcode(DicomFile.of(dataSet, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN), DicomWeb.RLE);
        byte[] frame = PixelReader.of(compressed).raw(0);
        post(List.of(metadata("[" + json("2.25.8103", "rle") + "]"), bulk("image/dicom-rle", "rle", frame)))
                .then()
                .statusCode(200);
        assertThat(frame("2.25.8103")).isEqualTo(DicomWeb.pixels(3));
        Tokens.as("radiologist")
                .get("/dicom-web/instances?SOPInstanceUID=2.25.8103")
                .then()
                .body("[0].'00083002'.Value[0]", equalTo("1.2.840.10008.1.2.5"));
    }

    @Test
    void anInstanceWhoseBulkDataDidNotComeIsRefusedAlone() throws Exception {
        post(List.of(
                        metadata("[" + json("2.25.8104", "there") + "," + json("2.25.8105", "missing") + "]"),
                        bulk("application/octet-stream", "there", DicomWeb.pixels(1))))
                .then()
                .statusCode(202)
                .body("'00081199'.Value", hasSize(1))
                .body("'00081198'.Value[0].'00081155'.Value[0]", equalTo("2.25.8105"))
                .body("'00081198'.Value[0].'00081197'.Value[0]", equalTo(0xC000));
    }

    @Test
    void whatIsNoJsonOrHasNoPlaceIsRefused() throws Exception {
        post(List.of(metadata("[{"))).then().statusCode(400);
        post(List.of(new DicomWeb.Part("Content-Type: application/octet-stream", new byte[2])))
                .then()
                .statusCode(400);
        post(List.of(metadata("[]"))).then().statusCode(400);
        post(List.of(metadata("[{\"00080018\":{\"vr\":\"UI\",\"Value\":[\"1.2\"]}}]")))
                .then()
                .statusCode(409);
        DicomWeb.post("application/dicom+xml", List.of(metadata("[]"))).then().statusCode(415);
    }

    private static Response post(List<DicomWeb.Part> parts) throws IOException {
        return DicomWeb.post(JSON, parts);
    }

    private static DicomWeb.Part metadata(String json) {
        return new DicomWeb.Part("Content-Type: " + JSON, json.getBytes(StandardCharsets.UTF_8));
    }

    private static DicomWeb.Part bulk(String type, String location, byte[] content) {
        return new DicomWeb.Part("Content-Type: " + type + "\r\nContent-Location: " + location, content);
    }

    private static String json(String instance, String pixels) {
        DataSet dataSet =
                DicomWeb.instance("S-1", "2.25.810", "2.25.811", instance, 1).build();
        return DicomJson.format(dataSet, (path, _) -> path.equals("7FE00010") ? Optional.of(pixels) : Optional.empty());
    }

    private static byte[] frame(String instance) {
        return Tokens.as("radiologist")
                .accept("application/octet-stream")
                .get("/dicom-web/studies/2.25.810/series/2.25.811/instances/" + instance + "/frames/1")
                .asByteArray();
    }
}
