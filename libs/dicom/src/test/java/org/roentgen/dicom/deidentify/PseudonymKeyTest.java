package org.roentgen.dicom.deidentify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PseudonymKeyTest {
    private final PseudonymKey key = PseudonymKey.of(bytes());

    /** The expected ids were computed with another implementation of RFC 5869. */
    @ParameterizedTest
    @CsvSource({
        "default, 1, 865174565c84e8db",
        "default, 2, af118f8af925ca56",
        "lung, 1, a9e1185a74b56968",
        "lung, 2, 08df70132a1ae757",
    })
    void eachVersionOfEachProjectHasAKeyOfItsOwn(String project, int version, String id) {
        assertThat(Fingerprints.keyId(key.of(project, version))).isEqualTo(id);
    }

    @Test
    void thePseudonymsOfOneProjectAreNotRecognisedInAnother() {
        Pseudonyms one = new Pseudonyms(key.of("one", 1));
        Pseudonyms other = new Pseudonyms(key.of("other", 1));
        assertThat(one.patientId("4711", "")).isNotEqualTo(other.patientId("4711", ""));
        assertThat(one.uid("1.2.3")).isNotEqualTo(other.uid("1.2.3"));
        assertThat(one.uid(one.uid("1.2.3"))).isEqualTo(one.uid("1.2.3"));
        assertThat(other.uid(one.uid("1.2.3"))).isNotEqualTo(one.uid("1.2.3"));
    }

    @Test
    void versionsCountFromOne() {
        assertThatThrownBy(() -> key.of("lung", 0)).hasMessageContaining("count from 1");
    }

    private static byte[] bytes() {
        byte[] bytes = new byte[32];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }
        return bytes;
    }
}
