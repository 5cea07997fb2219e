package org.roentgen.dicom.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class OrientationCodeTest {
    @ParameterizedTest
    @CsvSource({
        "1,0,0, 0,1,0, LPS",
        "-1,0,0, 0,-1,0, RAS",
        "0,1,0, 0,0,-1, PIR",
        "1,0,0, 0,0,-1, LIP",
        "0.9,0.3,0.1, -0.3,0.9,0, LPS"
    })
    void namesTheNearestPatientAxes(double a, double b, double c, double d, double e, double f, String code) {
        Vector3 row = new Vector3(a, b, c);
        Vector3 column = new Vector3(d, e, f);
        assertThat(OrientationCode.of(new Affine(row, column, row.cross(column), Vector3.ZERO))
                        .letters())
                .isEqualTo(code);
    }

    @Test
    void thereAreFortyEightCodes() {
        assertThat(new HashSet<>(OrientationCode.all())).hasSize(48);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "LP", "LRS", "XYZ", "LPSI"})
    void refusesOtherLetters(String letters) {
        assertThatThrownBy(() -> new OrientationCode(letters))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("such as LPS or RAS");
    }
}
