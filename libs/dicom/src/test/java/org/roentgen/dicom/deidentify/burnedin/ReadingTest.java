package org.roentgen.dicom.deidentify.burnedin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingTest {
    private static final String CLASSES = "-ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 ?";

    /** One step for each sign, - for nothing, with a probability. */
    private static float[] steps(String signs, double... probabilities) {
        float[] letters = new float[CLASSES.length() * signs.length()];
        for (int i = 0; i < signs.length(); i++) {
            letters[i * CLASSES.length() + CLASSES.indexOf(signs.charAt(i))] =
                    probabilities.length == 0 ? 1 : (float) probabilities[i];
        }
        return letters;
    }

    @ParameterizedTest
    @CsvSource({
        "-L--EE-F-TT-, LEFT",
        "ANN-NA, ANNA",
        "-A P-, A P",
        "' -R- ', R",
        "Z?0-9-, Z?09",
        "---, ''",
    })
    void signsThatFollowEachOtherAreOneAndNothingIsLeftOut(String steps, String text) {
        assertThat(Reading.of(steps(steps)).text()).isEqualTo(text);
    }

    @Test
    void aSignIsAsProbableAsInItsBestStep() {
        Reading reading = Reading.of(steps("-LL-T", 0.4, 0.7, 0.9, 0.5, 0.8));

        assertThat(reading.likelihood()).isEqualTo(0.8, offset(1e-6));
    }

    @Test
    void nothingIsSurelyNothing() {
        assertThat(Reading.of(steps("--", 0.5, 0.6))).isEqualTo(new Reading("", 1));
    }

    @Test
    void wordsStandBetweenSpaces() {
        Reading reading = Reading.of(steps("AP - LAT"));

        assertThat(reading.words()).containsExactly("AP", "LAT");
        assertThat(reading.letters()).isEqualTo(5);
        assertThat(new Reading("", 1).words()).isEmpty();
    }
}
