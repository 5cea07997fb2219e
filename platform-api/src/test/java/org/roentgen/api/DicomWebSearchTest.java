package org.roentgen.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.TransferSyntax;

/** QIDO-RS over study A (Müller^Jörg, 2025-06-15, three instances) and study B (Yamada^Tarou, 2024-02-29, one). */
@QuarkusTest
@QuarkusTestResource(BackingServices.class)
class DicomWebSearchTest {
    private static final String ID = "StudyID=qido";
    private static boolean stored;

    @BeforeEach
    void store() throws IOException {
        if (stored) {
            return;
        }
        List<byte[]> files = new ArrayList<>();
        for (int number = 1; number <= 3; number++) {
            files.add(file(study("Q-A", "2.25.610", "2.25.611", "2.25.612" + number, "Müller^Jörg", "20250615")
                    .putIntegers(Tag.InstanceNumber, number)));
        }
        files.add(file(study("Q-B", "2.25.620", "2.25.621", "2.25.6221", "Yamada^Tarou", "20240229")));
        DicomWeb.store(files).then().statusCode(200);
        stored = true;
    }

    @ParameterizedTest(name = "{0}?{1}: {2} with {3}")
    @CsvSource(delimiter = '|', textBlock = """
            studies | StudyDate=20250615                              | 200 | 1
            studies | StudyDate=20240101-20251231                     | 200 | 2
            studies | StudyDate=20250616-                             | 204 | 0
            studies | StudyDate=-20240301                             | 200 | 1
            studies | StudyDate=2025                                  | 400 | 0
            studies | StudyDate=20250101-x                            | 400 | 0
            studies | StudyTime=25:00                                 | 400 | 0
            studies | PatientName=m%C3%BCller*                        | 200 | 1
            studies | PatientName=M%C3%BCller                         | 204 | 0
            studies | PatientName=jorg&fuzzymatching=true             | 200 | 1
            studies | PatientName=jorg&fuzzymatching=false            | 204 | 0
            studies | PatientName=jorg&fuzzymatching=perhaps          | 400 | 0
            studies | 00100010=*                                      | 200 | 2
            studies | PatientName=                                    | 200 | 2
            studies | StudyInstanceUID=2.25.610,2.25.620              | 200 | 2
            studies | 0020000D=2.25.610%5C2.25.9                      | 200 | 1
            studies | ModalitiesInStudy=MR                            | 200 | 2
            studies | ModalitiesInStudy=CT                            | 204 | 0
            studies | Modality=MR                                     | 400 | 0
            studies | NotAKeyword=1                                   | 400 | 0
            studies | NumberOfStudyRelatedSeries=1                    | 400 | 0
            studies | limit=x                                         | 400 | 0
            studies | offset=-1                                       | 400 | 0
            studies | includefield=NotAKeyword                        | 400 | 0
            studies | includefield=all                                | 200 | 2
            series  | Modality=MR                                     | 200 | 2
            series  | SeriesNumber=x                                  | 400 | 0
            series  | RequestAttributesSequence.RequestedProcedureID=RP-1 | 200 | 2
            series  | 00400275.00401001=RP-2                          | 204 | 0
            instances | InstanceNumber=2                              | 200 | 1
            studies/2.25.610/instances | limit=2                      | 200 | 2
            studies/2.25.610/series/2.25.611/instances | offset=2     | 200 | 1
            studies/*/instances | limit=2                             | 404 | 0
            """)
    void matches(String resource, String query, int status, int matches) {
        Response response = get(resource, query);
        assertThat(response.statusCode()).isEqualTo(status);
        if (status == 200) {
            assertThat(response.contentType()).startsWith("application/dicom+json");
            assertThat(response.jsonPath().getList("$")).hasSize(matches);
        }
    }

    @ParameterizedTest(name = "instances?{0}: {1}, Warning {2}")
    @CsvSource(delimiter = '|', textBlock = """
            limit=2          | 2 | 2
            limit=2&offset=1 | 2 | 1
            limit=2&offset=2 | 2 |
            limit=4          | 4 |
            offset=9         | 0 |
            limit=0          | 0 | 4
            """)
    void aPageTellsHowMuchIsBehindIt(String query, int matches, Integer remaining) {
        Response response = get("instances", query);
        assertThat(response.statusCode()).isEqualTo(matches == 0 ? 204 : 200);
        assertThat(response.header("Warning"))
                .isEqualTo(
                        remaining == null
                                ? null
                                : "299 roentgen \"There are " + remaining
                                        + " additional results that can be requested\"");
    }

    @ParameterizedTest(name = "{0}?includefield={1}: {2} = {3}")
    @CsvSource(delimiter = '|', textBlock = """
            studies   | StudyDescription          | '00081030'.Value[0]                                   | qido study
            studies   | SOPClassesInStudy         | '00080062'.Value[0]                                   | 1.2.840.10008.5.1.4.1.1.4
            studies   |                           | '00080062'                                            |
            studies   |                           | '00100010'.Value[0].Alphabetic                        | Müller^Jörg
            studies   |                           | '00201208'.Value[0]                                   | 3
            studies   |                           | '00081190'.Value[0]                                   | /dicom-web/studies/2.25.610
            series    |                           | '00400275'.Value[0].'00401001'.Value[0]               | RP-1
            series    |                           | '00081190'.Value[0]                                   | /dicom-web/studies/2.25.610/series/2.25.611
            series    | NumberOfStudyRelatedSeries | '00201206'.Value[0]                                  | 1
            instances |                           | '00280100'.Value[0]                                   | 16
            instances | ProtocolName,SliceThickness | '00181030'.Value[0]                                 | größer
            instances | ProtocolName              | '00180050'                                            |
            instances | 00180050                  | '00180050'.Value[0]                                   | 2.5
            instances | ReferencedImageSequence   | '00081140'.Value[0].'00081155'.Value[0]               | 2.25.7
            instances | PixelData                 | '7FE00010'                                            |
            """)
    void fieldsAreReturned(String resource, String field, String path, String value) {
        String query = "StudyInstanceUID=2.25.610" + (field == null ? "" : "&includefield=" + field);
        Object found = get(resource, query).jsonPath().get("[0]." + path);
        assertThat(found == null ? null : found.toString()).isEqualTo(value);
    }

    private static Response get(String resource, String query) {
        return Tokens.as("radiologist")
                .urlEncodingEnabled(false)
                .get("/dicom-web/" + resource + "?" + ID + "&" + query);
    }

    private static DataSet.Builder study(
            String patient, String study, String series, String instance, String name, String date) {
        return DicomWeb.instance(patient, study, series, instance, 1)
                .put(Tag.SpecificCharacterSet, "ISO_IR 100")
                .put(Tag.StudyID, "qido")
                .put(Tag.StudyDescription, "qido study")
                .put(Tag.StudyDate, date)
                .put(Tag.PatientName, name)
                .put(Tag.ProtocolName, "größer")
                .put(Tag.SliceThickness, "2.5")
                .putItems(
                        Tag.ReferencedImageSequence,
                        DataSet.builder()
                                .put(Tag.ReferencedSOPInstanceUID, "2.25.7")
                                .build())
                .putItems(
                        Tag.RequestAttributesSequence,
                        DataSet.builder().put(Tag.RequestedProcedureID, "RP-1").build());
    }

    private static byte[] file(DataSet.Builder instance) throws IOException {
        return DicomWeb.file(instance.build(), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
    }
}
