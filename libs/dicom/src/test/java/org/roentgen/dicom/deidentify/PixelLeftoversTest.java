package org.roentgen.dicom.deidentify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.TransferSyntax;
import org.roentgen.dicom.Uid;
import org.roentgen.dicom.VR;

/** Odd places in which an identity may survive the treatment of attributes. */
class PixelLeftoversTest {
    private static final String SECRET = "ZEBRAFINCH";
    private static final byte[] BYTES = SECRET.getBytes(StandardCharsets.US_ASCII);
    private static final Deidentifier BASIC = new Deidentifier(Profiles.named("basic"), PseudonymKey.of(new byte[32]));

    private static DataSet.Builder image(int bitsStored, int highBit, boolean signed, byte[] pixels) {
        return DataSet.builder()
                .put(Tag.SOPClassUID, Uid.CTImageStorage)
                .put(Tag.SOPInstanceUID, "1.2.3.4.1")
                .put(Tag.StudyInstanceUID, "1.2.3.4")
                .putIntegers(Tag.SamplesPerPixel, 1)
                .put(Tag.PhotometricInterpretation, "MONOCHROME2")
                .putIntegers(Tag.Rows, 1)
                .putIntegers(Tag.Columns, 2)
                .putIntegers(Tag.BitsAllocated, 16)
                .putIntegers(Tag.BitsStored, bitsStored)
                .putIntegers(Tag.HighBit, highBit)
                .putIntegers(Tag.PixelRepresentation, signed ? 1 : 0)
                .putBytes(Tag.PixelData, VR.OW, pixels);
    }

    private static DicomFile treat(DataSet dataSet) throws IOException {
        return BASIC.apply(DicomFile.of(dataSet, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN))
                .file();
    }

    private static String written(DicomFile file) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        file.write(out);
        return out.toString(StandardCharsets.ISO_8859_1);
    }

    @Test
    void cutsWhatFollowsTheLastFrame() throws IOException {
        byte[] pixels = Arrays.copyOf(new byte[] {1, 2, 3, 4}, 4 + BYTES.length);
        System.arraycopy(BYTES, 0, pixels, 4, BYTES.length);

        DicomFile result = treat(image(16, 15, false, pixels).build());

        assertThat(result.dataSet().bytes(Tag.PixelData).orElseThrow()).containsExactly(1, 2, 3, 4);
    }

    @ParameterizedTest
    @CsvSource({
        "12, 11, false, F0AB, 00AB",
        "12, 11, true,  7FAB, FFAB",
        "12, 11, true,  F7AB, 07AB",
        "12, 15, false, ABCF, ABC0"
    })
    void clearsOverlaysInUnusedBits(int stored, int highBit, boolean signed, String before, String after)
            throws IOException {
        int cell = Integer.parseInt(before, 16);
        byte[] pixels = {(byte) cell, (byte) (cell >> 8), 0, 0};
        DataSet dataSet = image(stored, highBit, signed, pixels)
                .putIntegers(0x60000010, VR.US, 1)
                .putIntegers(0x60000100, VR.US, 16)
                .putIntegers(0x60000102, VR.US, highBit == 15 ? 3 : 15)
                .build();

        byte[] treated = treat(dataSet).dataSet().bytes(Tag.PixelData).orElseThrow();

        assertThat("%02X%02X".formatted(treated[1], treated[0])).isEqualTo(after);
    }

    @Test
    void leavesUnusedBitsAloneWithoutAnOverlay() throws IOException {
        byte[] pixels = {0, (byte) 0x80, 1, 2};

        DicomFile result = treat(image(12, 11, true, pixels).build());

        assertThat(result.dataSet().bytes(Tag.PixelData).orElseThrow()).isEqualTo(pixels);
    }

    @Test
    void leavesNothingOfAnEncapsulatedDocument() throws IOException {
        DataSet dataSet = DataSet.builder()
                .put(Tag.SOPClassUID, Uid.EncapsulatedPDFStorage)
                .put(Tag.SOPInstanceUID, "1.2.3.4.1")
                .put(Tag.DocumentTitle, SECRET)
                .putBytes(Tag.EncapsulatedDocument, VR.OB, BYTES)
                .put(Tag.MIMETypeOfEncapsulatedDocument, "application/pdf")
                .putIntegers(Tag.EncapsulatedDocumentLength, BYTES.length)
                .build();

        DataSet result = treat(dataSet).dataSet();

        byte[] document = result.bytes(Tag.EncapsulatedDocument).orElseThrow();
        assertThat(new String(document, StandardCharsets.US_ASCII))
                .startsWith("%PDF-1.4")
                .doesNotContain(SECRET);
        assertThat(result.integer(Tag.EncapsulatedDocumentLength, 0)).isEqualTo(document.length);
    }

    @Test
    void leavesNothingElsewhere() throws IOException {
        DataSet icon = DataSet.builder().putBytes(Tag.PixelData, VR.OB, BYTES).build();
        DataSet dataSet = image(16, 15, false, new byte[4])
                .put(Tag.PatientName, SECRET + "^Ada")
                .put(Tag.PatientID, "QX4711")
                .put(0x00041130, VR.CS, SECRET)
                .putItems(Tag.IconImageSequence, icon)
                .put(Tag.BodyPartExamined, SECRET)
                .put(Tag.ProtocolName, SECRET)
                .put(Tag.SegmentDescription, "for " + SECRET + ", seen on 12.03.1961")
                .putBytes(0x50003000, VR.OW, BYTES)
                .putBytes(0x54FF0010, VR.OB, BYTES)
                .putItems(
                        Tag.WaveformAnnotationSequence,
                        DataSet.builder().put(Tag.UnformattedTextValue, SECRET).build())
                .build();

        assertThat(written(treat(dataSet))).doesNotContain(SECRET).doesNotContain("12.03.1961");
    }
}
