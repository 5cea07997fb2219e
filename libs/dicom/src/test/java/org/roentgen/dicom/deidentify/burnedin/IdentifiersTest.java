package org.roentgen.dicom.deidentify.burnedin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Tag;

class IdentifiersTest {
    private static final Identifiers IDENTIFIERS = new Identifiers(DataSet.builder()
            .put(Tag.PatientName, "Müller-Port^Ann Li")
            .put(Tag.PatientID, "LEFT-471.1882")
            .put(Tag.AccessionNumber, "A77")
            .put(Tag.PatientBirthDate, "19430817")
            .build());

    private static boolean resemble(String text) {
        return IDENTIFIERS.resemble(new Reading(text, 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MULLER",
                "MU?LER",
                "NAME M?LLER?ANN",
                "MILLER",
                "MULER",
                "MULLLER",
                "PORT",
                "P0RT",
                "ANN",
                "LI",
                "ID 471?1882 M",
                "LEFT4711882",
                "4T11882 LEFT",
                "LEFT",
                "A77",
                "1943?08?17",
                "17?08?1943",
                "08?17?43",
                "DOB 17?AUG?1943",
                "17?8?1943"
            })
    void whatIsReadLikeThePatientsIsTold(String text) {
        assertThat(resemble(text)).as(text).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "RIGHT", "MULE", "PART", "ANTERIOR", "LIEGEND", "4612", "1944?01?02", "A7", "SUPINE"})
    void otherWordsAreNot(String text) {
        assertThat(resemble(text)).as(text).isFalse();
    }

    @Test
    void initialsAreOfTwoPartsOfTheName() {
        assertThat(IDENTIFIERS.areInitials("AP")).isTrue();
        assertThat(IDENTIFIERS.areInitials("PA")).isTrue();
        assertThat(IDENTIFIERS.areInitials("ML")).isTrue();
        assertThat(IDENTIFIERS.areInitials("LL")).isFalse();
        assertThat(IDENTIFIERS.areInitials("RT")).isFalse();
        assertThat(IDENTIFIERS.areInitials("L")).isFalse();
    }

    @Test
    void aHeaderWithoutThePatientResemblesNothing() {
        assertThat(new Identifiers(DataSet.EMPTY).resemble(new Reading("DOE JOHN 4711", 1)))
                .isFalse();
    }
}
