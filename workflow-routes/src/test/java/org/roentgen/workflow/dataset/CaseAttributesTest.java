package org.roentgen.workflow.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Tag;
import org.roentgen.domain.dataset.CaseAttribute;

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
                case,Sex,age,device
                one,F,44,"ACME 3T"
                two,,81,
                """);
        List<Problem> problems = new ArrayList<>();
        AttributeTable table = AttributeTable.read(folder, problems);
        assertThat(problems).isEmpty();
        assertThat(table.of(identity("x", "images/one.nii.gz")))
                .isEqualTo(Map.of(
                        CaseAttribute.SEX, "F", CaseAttribute.AGE_BAND, "40-59", CaseAttribute.DEVICE, "ACME 3T"));
        assertThat(table.of(identity("two", "other"))).isEqualTo(Map.of(CaseAttribute.AGE_BAND, "80+"));
        assertThat(table.of(identity("three", "three.png"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'name,sex\na,F', no column 'case'",
        "'case,weight\na,80', has the columns [weight]",
        "'case,sex,age\na,F', has 2 cells under 3 columns",
        "'case,age\na,old', an age that is no whole number"
    })
    void aTableThatBreaksARuleIsRefused(String table, String rule, @TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("attributes.csv"), table);
        List<Problem> problems = new ArrayList<>();
        AttributeTable.read(folder, problems);
        assertThat(problems).singleElement().satisfies(problem -> assertThat(problem.rule())
                .contains(rule));
    }

    private static ImportedCase.CaseIdentity identity(String id, String file) {
        return new ImportedCase.CaseIdentity(id, id, file);
    }

    private static void put(DataSet.Builder builder, int tag, String value) {
        if (value != null) {
            builder.put(tag, value);
        }
    }
}
