package org.roentgen.dicom.deidentify.burnedin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.TransferSyntax;
import org.roentgen.dicom.Uid;
import org.roentgen.dicom.VR;
import org.roentgen.dicom.deidentify.Deidentified;
import org.roentgen.dicom.deidentify.Deidentifier;
import org.roentgen.dicom.deidentify.DoubtfulPixelsException;
import org.roentgen.dicom.deidentify.Profiles;
import org.roentgen.dicom.deidentify.PseudonymKey;
import org.roentgen.dicom.deidentify.RefusedException;
import org.roentgen.dicom.pixel.PixelReader;
import org.roentgen.dicom.pixel.Transcoder;

class PixelCleanerTest {
    private static final int COLUMNS = 200;
    private static final int ROWS = 100;
    private static final Box TEXT = new Box(20, 10, 120, 20);
    private static final Deidentifier DEIDENTIFIER =
            new Deidentifier(Profiles.named("basic+pixels"), PseudonymKey.of(new byte[32]));

    @BeforeAll
    static void fontsAreThere() {
        assumeTrue(
                GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames().length > 0,
                "skipped: this machine has no fonts");
    }

    /** Grey with text in one corner and an L in another. */
    private static int[] annotated() {
        int[] values = new int[COLUMNS * ROWS];
        for (int i = 0; i < values.length; i++) {
            values[i] = 60 + i % 7 + i / COLUMNS % 5;
        }
        Font font = new Font(Font.SANS_SERIF, Font.PLAIN, 16);
        Annotation.blend(values, new Annotation("DOE^JOHN 47", font, true).coverage(COLUMNS, ROWS, 22, 26), 250);
        Annotation.blend(values, new Annotation("L", font, true).coverage(COLUMNS, ROWS, 180, 90), 250);
        return values;
    }

    private static DataSet.Builder image(String photometric, int samples, int bits, boolean planar) {
        int[] values = annotated();
        byte[] bytes = new byte[values.length * samples * bits / 8];
        for (int i = 0; i < values.length; i++) {
            int value = photometric.equals("MONOCHROME1") ? 255 - values[i] : values[i];
            for (int sample = 0; sample < samples; sample++) {
                int at = planar ? sample * values.length + i : i * samples + sample;
                bytes[at * bits / 8] = (byte) value;
            }
        }
        DataSet.Builder builder = DataSet.builder()
                .put(Tag.SOPClassUID, Uid.SecondaryCaptureImageStorage)
                .put(Tag.SOPInstanceUID, "1.2.3.4")
                .put(Tag.StudyInstanceUID, "1.2.3")
                .put(Tag.Modality, "OT")
                .put(Tag.PatientID, "X1")
                .put(Tag.BurnedInAnnotation, "YES")
                .putIntegers(Tag.SamplesPerPixel, samples)
                .put(Tag.PhotometricInterpretation, photometric)
                .putIntegers(Tag.Rows, ROWS)
                .putIntegers(Tag.Columns, COLUMNS)
                .putIntegers(Tag.BitsAllocated, bits)
                .putIntegers(Tag.BitsStored, bits)
                .putIntegers(Tag.HighBit, bits - 1)
                .putIntegers(Tag.PixelRepresentation, 0)
                .putBytes(Tag.PixelData, bits > 8 ? VR.OW : VR.OB, bytes);
        return samples > 1 ? builder.putIntegers(Tag.PlanarConfiguration, planar ? 1 : 0) : builder;
    }

    @ParameterizedTest
    @CsvSource({
        "MONOCHROME2, 1, 8,  false, 1.2.840.10008.1.2.1,     1.2.840.10008.1.2.1",
        "MONOCHROME2, 1, 16, false, 1.2.840.10008.1.2,       1.2.840.10008.1.2",
        "MONOCHROME2, 1, 16, false, 1.2.840.10008.1.2.2,     1.2.840.10008.1.2.1",
        "MONOCHROME1, 1, 8,  false, 1.2.840.10008.1.2.1,     1.2.840.10008.1.2.1",
        "RGB,         3, 8,  false, 1.2.840.10008.1.2.1,     1.2.840.10008.1.2.1",
        "RGB,         3, 8,  true,  1.2.840.10008.1.2.1,     1.2.840.10008.1.2.1",
        "MONOCHROME2, 1, 16, false, 1.2.840.10008.1.2.4.80,  1.2.840.10008.1.2.4.80",
        "MONOCHROME2, 1, 8,  false, 1.2.840.10008.1.2.5,     1.2.840.10008.1.2.5"
    })
    void blanksTextAndNothingElse(
            String photometric, int samples, int bits, boolean planar, String syntax, String expectedSyntax)
            throws IOException {
        DicomFile plain = DicomFile.of(
                image(photometric, samples, bits, planar).build(), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        DicomFile input =
                Transcoder.transcode(plain, TransferSyntax.find(syntax).orElseThrow());

        Deidentified result = DEIDENTIFIER.apply(input);

        assertThat(result.file().dataSet().string(Tag.BurnedInAnnotation)).hasValue("NO");
        assertThat(result.file().meta().transferSyntax().uid()).isEqualTo(expectedSyntax);
        assertThat(result.file().dataSet().items(Tag.DeidentificationMethodCodeSequence))
                .extracting(item -> item.string(Tag.CodeValue, ""))
                .contains("113101");
        byte[] before = PixelReader.of(input).frame(0).bytes();
        byte[] after = PixelReader.of(result.file()).frame(0).bytes();
        int[] values = annotated();
        int pixelBytes = samples * bits / 8;
        for (int i = 0; i < values.length; i++) {
            int x = i % COLUMNS;
            int y = i / COLUMNS;
            boolean isBlanked = result.blanked().stream().anyMatch(box -> box.contains(x, y));
            for (int b = 0; b < pixelBytes && !isBlanked; b++) {
                assertThat(after[i * pixelBytes + b]).isEqualTo(before[i * pixelBytes + b]);
            }
            assertThat(isBlanked || values[i] < 150 || !TEXT.contains(x, y)).isTrue();
            assertThat(isBlanked && x > 170 && y > 70).as("the L stays").isFalse();
        }
        assertThat(result.blanked()).isNotEmpty();
    }

    @Test
    void blanksWhatLiesOutsideTheRegionsOfUltrasound() throws IOException {
        DataSet region = DataSet.builder()
                .putIntegers(Tag.RegionLocationMinX0, 0)
                .putIntegers(Tag.RegionLocationMinY0, 40)
                .putIntegers(Tag.RegionLocationMaxX1, COLUMNS - 1)
                .putIntegers(Tag.RegionLocationMaxY1, ROWS - 1)
                .build();
        DicomFile input = DicomFile.of(
                image("MONOCHROME2", 1, 8, false)
                        .putItems(Tag.SequenceOfUltrasoundRegions, region)
                        .build(),
                TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);

        byte[] after = PixelReader.of(DEIDENTIFIER.apply(input).file()).frame(0).bytes();

        byte[] before = PixelReader.of(input).frame(0).bytes();
        for (int i = 0; i < after.length; i++) {
            assertThat(after[i]).isEqualTo(i / COLUMNS < 40 ? (byte) 60 : before[i]);
        }
    }

    @Test
    void blanksWhereTheDeviceIsKnownToWrite() throws IOException {
        DataSet dataSet = image("MONOCHROME2", 1, 8, false)
                .put(Tag.Modality, "US")
                .put(Tag.Manufacturer, "Mindray Medical")
                .build();

        assertThat(DEIDENTIFIER
                        .apply(DicomFile.of(dataSet, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN))
                        .blanked())
                .contains(new Box(0, 0, COLUMNS, 69));
    }

    @Test
    void refusesWhatIsSaidToShowTextThatIsNotFound() {
        DataSet dataSet = image("MONOCHROME2", 1, 8, false)
                .putBytes(Tag.PixelData, VR.OB, new byte[COLUMNS * ROWS])
                .build();

        assertThatExceptionOfType(DoubtfulPixelsException.class)
                .isThrownBy(() -> DEIDENTIFIER.apply(DicomFile.of(dataSet, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN)))
                .withMessageContaining("a person has to look");
    }

    @ParameterizedTest
    @CsvSource({"1.2.840.10008.1.2.1", "1.2.840.10008.1.2.4.80"})
    void blanksWhatAPersonDecidedAndNothingElse(String syntax) throws IOException {
        DicomFile input = Transcoder.transcode(
                DicomFile.of(image("MONOCHROME2", 1, 8, false).build(), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN),
                TransferSyntax.find(syntax).orElseThrow());
        Box decided = new Box(170, 70, 100, 100);

        Deidentified result = DEIDENTIFIER.apply(input, List.of(decided));

        assertThat(result.blanked()).containsExactly(decided);
        assertThat(result.file().dataSet().string(Tag.BurnedInAnnotation)).hasValue("NO");
        byte[] before = PixelReader.of(input).frame(0).bytes();
        byte[] after = PixelReader.of(result.file()).frame(0).bytes();
        for (int i = 0; i < after.length; i++) {
            boolean isBlanked = decided.contains(i % COLUMNS, i / COLUMNS);
            assertThat(after[i]).isEqualTo(isBlanked ? (byte) 60 : before[i]);
        }
    }

    @Test
    void leavesPixelsAloneInWhichAPersonFoundNothing() throws IOException {
        DicomFile input =
                DicomFile.of(image("MONOCHROME2", 1, 8, false).build(), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);

        Deidentified result = DEIDENTIFIER.apply(input, List.of());

        assertThat(result.file().dataSet().string(Tag.BurnedInAnnotation)).hasValue("NO");
        assertThat(PixelReader.of(result.file()).frame(0).bytes())
                .isEqualTo(PixelReader.of(input).frame(0).bytes());
    }

    @Test
    void refusesBurnedInTextWhereTheProfileDoesNotCleanPixels() {
        Deidentifier basic = new Deidentifier(Profiles.named("basic"), PseudonymKey.of(new byte[32]));
        DicomFile file =
                DicomFile.of(image("MONOCHROME2", 1, 8, false).build(), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> basic.apply(file))
                .withMessageContaining("basic+pixels");
    }
}
