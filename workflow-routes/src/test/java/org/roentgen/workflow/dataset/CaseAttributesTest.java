package org.roentgen.workflow.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Tag;
import org.roentgen.domain.dataset.CaseAttribute;
import org.roentgen.domain.dataset.ImageEncoding;
import org.roentgen.domain.dataset.ImageReference;
import org.roentgen.domain.dataset.Split;
import org.roentgen.domain.object.ObjectId;

class CaseAttributesTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "017Y, -, -, 0-17",
                "018Y, -, -, 18-39",
                "091Y, -, -, 80+",
                "030M, -, -, 0-17",
                "500W, -, -, 0-17",
                "-, 19500607, 20260102, 60-79",
                "-, 19860103, 20260102, 18-39",
                "-, 19860102, 20260102, 40-59",
                "forty, 1950, 20260102, -",
                "-, 20260607, 20260102, -",
                "999Y, -, -, -"
            })
    void agesBecomeBands(String age, String birth, String study, String band) {
        DataSet.Builder builder = DataSet.builder();
        put(builder, Tag.PatientAge, age);
        put(builder, Tag.PatientBirthDate, birth);
        put(builder, Tag.StudyDate, study);
        assertThat(CaseAttributes.of(builder.build()).get(CaseAttribute.AGE_BAND))
                .isEqualTo(band);
    }

    @Test
    void sexAndDeviceAreKeptWhereTheyAreStandard() {
        DataSet original = DataSet.builder()
                .put(Tag.PatientSex, "f?")
                .put(Tag.Manufacturer, "ACME ")
                .put(Tag.ManufacturerModelName, "Scanner 3T <b>")
                .build();
        assertThat(CaseAttributes.of(original)).isEqualTo(Map.of(CaseAttribute.DEVICE, "ACME Scanner 3T b"));
    }

    @Test
    void aTableTellsOfUploadedCases(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("attributes.csv"), """
                case,Sex,age,device,patient,split
                one,F,44,"ACME 3T",p7,val
                two,,81,,,
                """);
        List<Problem> problems = new ArrayList<>();
        AttributeTable table = AttributeTable.read(folder, problems);
        assertThat(problems).isEmpty();
        ImportedCase one = table.complete(imported("x", "images/one.nii.gz"));
        assertThat(one.patient()).isEqualTo("p7");
        assertThat(one.declared()).contains(Split.TUNE);
        assertThat(one.identity().attributes())
                .isEqualTo(Map.of(
                        CaseAttribute.SEX, "F", CaseAttribute.AGE_BAND, "40-59", CaseAttribute.DEVICE, "ACME 3T"));
        ImportedCase two = table.complete(imported("two", "other"));
        assertThat(two.patient()).isEqualTo("two");
        assertThat(two.declared()).isEmpty();
        assertThat(two.identity().attributes()).isEqualTo(Map.of(CaseAttribute.AGE_BAND, "80+"));
        assertThat(table.complete(imported("three", "three.png")).identity().attributes())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'name,sex\na,F', no column 'case'",
        "'case,weight\na,80', has the columns [weight]",
        "'case,sex,age\na,F', has 2 cells under 3 columns",
        "'case,age\na,old', an age that is no whole number",
        "'case,split\na,later', names the split 'later'"
    })
    void aTableThatBreaksARuleIsRefused(String table, String rule, @TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("attributes.csv"), table);
        List<Problem> problems = new ArrayList<>();
        AttributeTable.read(folder, problems);
        assertThat(problems).singleElement().satisfies(problem -> assertThat(problem.rule())
                .contains(rule));
    }

    private static ImportedCase imported(String id, String file) {
        ObjectId object = new ObjectId("0".repeat(64));
        return new ImportedCase(
                new ImportedCase.CaseIdentity(id, id, file),
                Optional.empty(),
                new ImageReference(object, ImageEncoding.RASTER, 0),
                ReferenceStandard.ofClass(0),
                "",
                "");
    }

    private static void put(DataSet.Builder builder, int tag, String value) {
        if (value != null) {
            builder.put(tag, value);
        }
    }
}
