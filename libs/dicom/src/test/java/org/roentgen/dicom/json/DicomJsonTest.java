package org.roentgen.dicom.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.VR;

class DicomJsonTest {
    private static final DataSet SAMPLE = DataSet.builder()
            .put(Tag.PatientName, "Wang^XiaoDong=王^小东")
            .put(Tag.PatientComments, "a \"quoted\"\r\nline")
            .put(Tag.ImageType, "ORIGINAL", "", "AXIAL")
            .put(Tag.PatientWeight, "72.50")
            .put(Tag.StudyDate)
            .putIntegers(Tag.Rows, 512)
            .put(Tag.FrameIncrementPointer, "00181063")
            .putItems(
                    Tag.ProcedureCodeSequence,
                    DataSet.builder().put(Tag.CodeValue, "P1").build())
            .putBytes(Tag.PixelData, VR.OB, new byte[] {1, 2, 3})
            .build();
    private static final String JSON = """
            {"00080008":{"vr":"CS","Value":["ORIGINAL",null,"AXIAL"]},\
            "00080020":{"vr":"DA"},\
            "00081032":{"vr":"SQ","Value":[{"00080100":{"vr":"SH","Value":["P1"]}}]},\
            "00100010":{"vr":"PN","Value":[{"Alphabetic":"Wang^XiaoDong","Ideographic":"王^小东"}]},\
            "00101030":{"vr":"DS","Value":[72.50]},\
            "00104000":{"vr":"LT","Value":["a \\"quoted\\"\\r\\nline"]},\
            "00280009":{"vr":"AT","Value":["00181063"]},\
            "00280010":{"vr":"US","Value":[512]},\
            "7FE00010":{"vr":"OB","InlineBinary":"AQID"}}""";

    @Test
    void writesTheModel() {
        assertThat(DicomJson.format(SAMPLE, BulkDataUris.NONE)).isEqualTo(JSON);
    }

    @Test
    void readsWhatItWrites() throws IOException {
        assertThat(DicomJson.format(DicomJson.parse(JSON), BulkDataUris.NONE)).isEqualTo(JSON);
    }

    @Test
    void refersToBulkDataByPath() {
        DataSet nested = DataSet.builder()
                .putItems(Tag.IconImageSequence, List.of(SAMPLE))
                .build();

        assertThat(DicomJson.format(nested, (path, length) -> Optional.of("/bulk/" + path + "?" + length)))
                .contains("\"BulkDataURI\":\"/bulk/00880200/0/7FE00010?3\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[1,]",
                "{\"nonsense\":{}}",
                "{\"00100010\":1}",
                "{\"00100010\":{\"vr\":\"XX\"}}",
                "{\"00280010\":{\"vr\":\"US\",\"Value\":[70000]}}",
                "{\"00280010\":{\"vr\":\"US\",\"Value\":[\"a\"]}}",
                "{\"7FE00010\":{\"vr\":\"OB\",\"InlineBinary\":\"*\"}} x",
                "{\"7FE00010\":{\"vr\":\"OB\",\"Value\":[1]}}"
            })
    void refusesWhatIsNotOfTheModel(String text) {
        assertThatExceptionOfType(MalformedJsonException.class).isThrownBy(() -> DicomJson.parse(text));
    }
}
