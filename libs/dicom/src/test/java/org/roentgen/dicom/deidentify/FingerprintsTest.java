package org.roentgen.dicom.deidentify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.VR;

class FingerprintsTest {
    private static final PseudonymKey KEY = PseudonymKey.of("0123456789abcdef".getBytes());
    private static final String NAME = "(0010,0010)";
    private static final DataSet DATA = DataSet.builder()
            .put(Tag.SpecificCharacterSet, "ISO_IR 100")
            .put(Tag.PatientName, "Müller^Ada")
            .put(Tag.PatientID, "Müller^Ada")
            .put(Tag.PatientSex)
            .putItems(
                    Tag.ReferencedSeriesSequence,
                    DataSet.builder().put(Tag.SeriesInstanceUID, "1.2.3").build(),
                    DataSet.builder().put(Tag.SeriesInstanceUID, "1.2.4").build())
            .putBytes(Tag.PixelData, VR.OW, new byte[] {1, 2, 3, 4})
            .build();

    private final Fingerprints fingerprints = new Fingerprints(KEY, "study");

    @Test
    void equalValuesAreRecognisedWhateverTheirCharacterSet() {
        DataSet unicode = DATA.toBuilder()
                .put(Tag.SpecificCharacterSet, "ISO_IR 192")
                .put(Tag.PatientName, "Müller^Ada")
                .build();
        assertThat(fingerprints.of(DATA, NAME)).isPresent().isEqualTo(fingerprints.of(unicode, NAME));
    }

    @Test
    void theAttributeTheScopeAndTheKeyMakeADifference() {
        assertThat(fingerprints.of(DATA, NAME))
                .isNotEqualTo(fingerprints.of(DATA, "(0010,0020)"))
                .isNotEqualTo(new Fingerprints(KEY, "another").of(DATA, NAME))
                .isNotEqualTo(new Fingerprints(PseudonymKey.of(new byte[16]), "study").of(DATA, NAME));
    }

    @Test
    void theItemThatThePathNamesCounts() {
        String path = "(0008,1115)[%d].(0020,000E)";
        DataSet swapped = DATA.toBuilder()
                .putItems(
                        Tag.ReferencedSeriesSequence,
                        DATA.items(Tag.ReferencedSeriesSequence).reversed())
                .build();
        assertThat(fingerprints.of(DATA, path.formatted(1))).isPresent();
        assertThat(fingerprints.of(DATA, path.formatted(1))).isNotEqualTo(fingerprints.of(swapped, path.formatted(1)));
        assertThat(fingerprints.of(DATA, "(0008,1115)")).isNotEqualTo(fingerprints.of(swapped, "(0008,1115)"));
        assertThat(fingerprints.of(DATA, path.formatted(2))).isEmpty();
    }

    @Test
    void pixelsHaveOneAndWhatIsAbsentOrEmptyHasNone() {
        assertThat(fingerprints.of(DATA, "(7FE0,0010)"))
                .hasValueSatisfying(value -> assertThat(value).hasSize(22));
        assertThat(fingerprints.of(DATA, "(0010,0040)")).isEmpty();
        assertThat(fingerprints.of(DATA, "(0010,0030)")).isEmpty();
    }

    @Test
    void aKeyIsNamedWithoutBeingTold() {
        assertThat(Fingerprints.keyId(KEY)).matches("[0-9a-f]{16}").isNotEqualTo("30313233343536373839");
    }
}
