package org.roentgen.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.ReadOptions;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.TransferSyntax;

/** WADO-RS and WADO-URI over one native instance and one in RLE. */
@QuarkusTest
@QuarkusTestResource(BackingServices.class)
class DicomWebRetrieveTest {
    private static final String SERIES = "/dicom-web/studies/2.25.710/series/2.25.711";
    private static final String NATIVE = SERIES + "/instances/2.25.7121";
    private static final String COMPRESSED = SERIES + "/instances/2.25.7122";
    private static final String EXPLICIT = "1.2.840.10008.1.2.1";
    private static final String RLE = "1.2.840.10008.1.2.5";
    private static boolean stored;

    @BeforeEach
    void store() throws IOException {
        if (!stored) {
            DataSet compressed = DicomWeb.instance("W-1", "2.25.710", "2.25.711", "2.25.7122", 2)
                    .build();
            DicomWeb.store(List.of(
                            DicomWeb.file("W-1", "2.25.710", "2.25.711", "2.25.7121", 1),
                            DicomWeb.file(compressed, DicomWeb.RLE)))
                    .then()
                    .statusCode(200);
            stored = true;
        }
    }

    @ParameterizedTest(name = "{0} instance as [{1}]: {2} {3}")
    @CsvSource(delimiter = '|', textBlock = """
            native     |                                                                            | 200 | 1.2.840.10008.1.2.1
            rle        |                                                                            | 200 | 1.2.840.10008.1.2.1
            rle        | application/dicom                                                          | 200 | 1.2.840.10008.1.2.1
            rle        | application/dicom; transfer-syntax=*                                       | 200 | 1.2.840.10008.1.2.5
            rle        | application/dicom; transfer-syntax=1.2.840.10008.1.2.5                     | 200 | 1.2.840.10008.1.2.5
            rle        | application/dicom; transfer-syntax="1.2.840.10008.1.2.4.80"                | 200 | 1.2.840.10008.1.2.4.80
            native     | application/dicom; transfer-syntax=1.2.840.10008.1.2.1.99                  | 200 | 1.2.840.10008.1.2.1.99
            native     | application/dicom; transfer-syntax=1.2.840.10008.1.2                       | 200 | 1.2.840.10008.1.2
            native     | application/dicom; transfer-syntax=1.2.840.10008.1.2.4.102                 | 406 |
            native     | application/dicom; transfer-syntax=1.2.840.10008.1.2.4.102, application/dicom; transfer-syntax=1.2.840.10008.1.2.5; q=0.5 | 200 | 1.2.840.10008.1.2.5
            native     | application/dicom; q=0.1; transfer-syntax=*, application/dicom; transfer-syntax=1.2.840.10008.1.2.5 | 200 | 1.2.840.10008.1.2.5
            rle        | multipart/related; type="application/dicom"                                | 200 | 1.2.840.10008.1.2.1
            rle        | multipart/related; type="application/dicom"; transfer-syntax=*             | 200 | 1.2.840.10008.1.2.5
            rle        | multipart/related; type="application/dicom; transfer-syntax=*"             | 200 | 1.2.840.10008.1.2.5
            rle        | multipart/related; type="application/dicom+xml"                            | 406 |
            rle        | text/html                                                                  | 406 |
            rle        | text/html, */*; q=0.1                                                      | 200 | 1.2.840.10008.1.2.1
            """)
    void instancesComeInTheTransferSyntaxThatIsAccepted(String which, String accept, int status, String syntax)
            throws IOException {
        Response response = get(which.equals("rle") ? COMPRESSED : NATIVE, accept);
        assertThat(response.statusCode()).isEqualTo(status);
        if (status == 200) {
            DicomFile file = file(response);
            assertThat(file.meta().transferSyntax().uid()).isEqualTo(syntax);
            assertThat(new String(head(response), StandardCharsets.ISO_8859_1) + response.contentType())
                    .contains("application/dicom; transfer-syntax=" + syntax);
            if (!TransferSyntax.of(syntax).encapsulated()) {
                assertThat(file.dataSet().bytes(Tag.PixelData).orElseThrow())
                        .isEqualTo(DicomWeb.pixels(which.equals("rle") ? 2 : 1));
            }
        }
    }

    @ParameterizedTest(name = "frame {1} of {0} as [{2}]: {3} {4}")
    @CsvSource(delimiter = '|', textBlock = """
            rle    | 1   |                                                                    | 200 | application/octet-stream
            rle    | 1   | application/octet-stream                                           | 200 | application/octet-stream
            rle    | 1   | application/octet-stream; transfer-syntax=*                        | 200 | application/octet-stream; transfer-syntax=1.2.840.10008.1.2.5
            rle    | 1   | image/dicom-rle                                                    | 200 | image/dicom-rle
            rle    | 1   | multipart/related; type="image/dicom-rle"                          | 200 | image/dicom-rle
            rle    | 1   | multipart/related; type="image/*"; transfer-syntax=*               | 200 | image/dicom-rle
            native | 1   | image/dicom-rle                                                    | 200 | image/dicom-rle
            native | 1   | image/jls                                                          | 200 | image/jls
            native | 1   | image/jp2                                                          | 406 |
            native | 1   | multipart/related; type="application/octet-stream"; transfer-syntax=* | 200 | application/octet-stream
            native | 1,1 | application/octet-stream                                           | 406 |
            native | 1,1 | multipart/related; type="application/octet-stream"                 | 200 | application/octet-stream
            native | 2   |                                                                    | 404 |
            native | 0   |                                                                    | 400 |
            native | 1,x |                                                                    | 400 |
            """)
    void framesComeInTheFormThatIsAccepted(String which, String frames, String accept, int status, String type) {
        Response response = get((which.equals("rle") ? COMPRESSED : NATIVE) + "/frames/" + frames, accept);
        assertThat(response.statusCode()).isEqualTo(status);
        if (status == 200) {
            assertThat(new String(head(response), StandardCharsets.ISO_8859_1) + response.contentType())
                    .contains(type);
        }
    }

    @ParameterizedTest(name = "bytes of [{0}]: {1}, {2}")
    @CsvSource(delimiter = '|', textBlock = """
            bytes=0-3      | 206 | bytes 0-3/32   | 0  | 4
            bytes=8-       | 206 | bytes 8-31/32  | 8  | 32
            bytes=-5       | 206 | bytes 27-31/32 | 27 | 32
            bytes=30-99    | 206 | bytes 30-31/32 | 30 | 32
            bytes=32-      | 416 | bytes */32     | 0  | 0
            bytes=5-2      | 200 |                | 0  | 32
            bytes=0-1,4-5  | 200 |                | 0  | 32
            lines=1-2      | 200 |                | 0  | 32
            """)
    void bulkDataComesInRanges(String range, int status, String contentRange, int first, int end) {
        for (String resource : List.of(NATIVE, COMPRESSED)) {
            Response response = Tokens.as("radiologist").header("Range", range).get(resource + "/bulkdata/7FE00010");
            assertThat(response.statusCode()).isEqualTo(status);
            assertThat(response.header("Content-Range")).isEqualTo(contentRange);
            assertThat(response.header("Accept-Ranges")).isEqualTo("bytes");
            if (status != 416) {
                byte[] all = DicomWeb.pixels(resource.equals(NATIVE) ? 1 : 2);
                assertThat(response.asByteArray()).isEqualTo(Arrays.copyOfRange(all, first, end));
                assertThat(response.header("Content-Length")).isEqualTo(Integer.toString(end - first));
            }
        }
    }

    @ParameterizedTest(name = "{0} as [{1}]: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            /bulkdata/7FE00010          | multipart/related; type="application/octet-stream" | 200
            /bulkdata/7FE00010          | image/jpeg                                         | 406
            /bulkdata/7FE00011          |                                                    | 404
            /bulkdata/x                 |                                                    | 400
            /bulkdata/00081140/0        |                                                    | 400
            /bulkdata/00081140/0/00081155 |                                                  | 404
            /metadata                   | application/dicom+json                             | 200
            /metadata                   | application/json                                   | 200
            /metadata                   | multipart/related; type="application/dicom+xml"    | 406
            /rendered                   | image/png                                          | 200
            /rendered                   | image/gif                                          | 406
            /rendered?window=40,400,sigmoid&viewport=8,8&quality=50 | image/jpeg             | 200
            /rendered?window=40         |                                                    | 400
            /rendered?window=40,0       |                                                    | 400
            /rendered?viewport=0,8      |                                                    | 400
            /rendered?quality=101       |                                                    | 400
            /thumbnail                  | image/*                                            | 200
            """)
    void otherResources(String path, String accept, int status) {
        assertThat(get(NATIVE + path, accept).statusCode()).isEqualTo(status);
    }

    @ParameterizedTest(name = "{0} is not sent again to who has it")
    @CsvSource(delimiter = '|', textBlock = """
            /dicom-web/studies/2.25.710                     |
            /dicom-web/studies/2.25.710/metadata            |
            /instances/2.25.7121                            | application/dicom
            /instances/2.25.7122                            | application/dicom
            /instances/2.25.7121/frames/1                   | application/octet-stream
            /instances/2.25.7121/bulkdata/7FE00010          |
            /instances/2.25.7121/rendered                   |
            """)
    void whatTheClientHasIsNotSentAgain(String path, String accept) {
        String url = path.startsWith("/dicom-web") ? path : SERIES + path;
        Response first = get(url, accept);
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.header("Cache-Control")).isEqualTo("private, no-cache");
        Response again = Tokens.as("radiologist")
                .accept(accept == null ? "*/*" : accept)
                .header("If-None-Match", first.header("ETag"))
                .get(url);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.asByteArray()).isEmpty();
    }

    @Test
    void theFormIsPartOfTheEntityTag() {
        assertThat(get(NATIVE, "application/dicom; transfer-syntax=" + RLE).header("ETag"))
                .isNotEqualTo(get(NATIVE, "application/dicom; transfer-syntax=" + EXPLICIT)
                        .header("ETag"));
    }

    @Test
    void metadataComesCompressedToWhoAcceptsThat() {
        Response response =
                Tokens.as("radiologist").header("Accept-Encoding", "gzip").get("/dicom-web/studies/2.25.710/metadata");
        assertThat(response.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(response.jsonPath().getList("$")).hasSize(2);
    }

    @ParameterizedTest(name = "/wado?{0}: {1} {2}")
    @CsvSource(delimiter = '|', textBlock = """
            {rle}                                                            | 200 | image/jpeg
            {rle}&contentType=image/png&rows=8&columns=8                     | 200 | image/png
            {rle}&windowCenter=40&windowWidth=400&imageQuality=60            | 200 | image/jpeg
            {rle}&contentType=application/dicom                              | 200 | application/dicom; transfer-syntax=1.2.840.10008.1.2.1
            {rle}&contentType=application/dicom&transferSyntax=1.2.840.10008.1.2.5 | 200 | application/dicom; transfer-syntax=1.2.840.10008.1.2.5
            {rle}&contentType=application/dicom&transferSyntax=1.2.840.10008.1.2.4.102 | 406 |
            {rle}&contentType=application/dicom&rows=8                       | 400 |
            {rle}&contentType=video/mpeg                                     | 406 |
            {rle}&windowCenter=40                                            | 400 |
            {rle}&frameNumber=2                                              | 404 |
            {rle}&anonymize=yes                                              | 400 |
            requestType=WADO&studyUID=2.25.710&seriesUID=2.25.711            | 400 |
            requestType=WADO&studyUID=2.25.710&seriesUID=2.25.711&objectUID=2.25.9 | 404 |
            requestType=OTHER                                                | 400 |
            studyUID=2.25.710                                                | 400 |
            """)
    void wadoUri(String query, int status, String type) {
        String parameters =
                query.replace("{rle}", "requestType=WADO&studyUID=2.25.710&seriesUID=2.25.711&objectUID=2.25.7122");
        Response response = Tokens.as("radiologist").get("/wado?" + parameters);
        assertThat(response.statusCode()).isEqualTo(status);
        if (status == 200) {
            assertThat(response.contentType()).isEqualTo(type);
        }
    }

    private static Response get(String url, String accept) {
        return Tokens.as("radiologist").accept(accept == null ? "*/*" : accept).get(url);
    }

    private static byte[] head(Response response) {
        byte[] body = response.asByteArray();
        return Arrays.copyOf(body, Math.min(body.length, 200));
    }

    /** The file of a bare answer, or of the first part of a multipart one. */
    private static DicomFile file(Response response) throws IOException {
        byte[] body = response.asByteArray();
        if (!response.contentType().startsWith("multipart/related")) {
            return DicomFile.read(new ByteArrayInputStream(body), ReadOptions.STRICT);
        }
        String text = new String(body, StandardCharsets.ISO_8859_1);
        int start = text.indexOf("\r\n\r\n", 2) + 4;
        int end = text.indexOf("\r\n--" + response.contentType().split("boundary=")[1], start);
        return DicomFile.read(new ByteArrayInputStream(body, start, end - start), ReadOptions.STRICT);
    }
}
