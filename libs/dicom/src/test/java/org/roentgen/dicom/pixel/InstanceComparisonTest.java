package org.roentgen.dicom.pixel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.ReadOptions;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.TransferSyntax;
import org.roentgen.dicom.Uid;
import org.roentgen.dicom.VR;

class InstanceComparisonTest {
    private static final int PRIVATE = 0x00091001;

    @ParameterizedTest
    @ValueSource(
            strings = {
                Uid.ImplicitVRLittleEndian,
                Uid.ExplicitVRLittleEndian,
                Uid.ExplicitVRBigEndian,
                Uid.DeflatedExplicitVRLittleEndian,
                Uid.RLELossless,
                Uid.JPEGLSLossless
            })
    void theEncodingMakesNoDifference(String syntax) throws IOException {
        DicomFile one = file(dataSet());
        DicomFile other = reread(Transcoder.transcode(one, TransferSyntax.of(syntax)));
        assertThat(InstanceComparison.isSame(one, other)).isTrue();
        assertThat(InstanceComparison.isSame(other, one)).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void anyOtherValueDoes(String name, UnaryOperator<DataSet.Builder> change) throws IOException {
        DicomFile one = file(dataSet());
        DicomFile other = file(change.apply(dataSet().toBuilder()).build());
        assertThat(InstanceComparison.isSame(one, other)).isFalse();
        assertThat(InstanceComparison.isSame(other, one)).isFalse();
        DicomFile compressed = reread(Transcoder.transcode(other, TransferSyntax.of(Uid.RLELossless)));
        assertThat(InstanceComparison.isSame(one, compressed)).isFalse();
    }

    static Stream<Arguments> anyOtherValueDoes() {
        return Stream.of(
                change("a name", builder -> builder.put(Tag.PatientName, "Other^Person")),
                change("an attribute more", builder -> builder.put(Tag.AccessionNumber, "1")),
                change("an attribute less", builder -> builder.remove(Tag.StudyDate)),
                change("a private value", builder -> builder.putBytes(PRIVATE, VR.UN, new byte[] {1, 2, 3, 5})),
                change("an item", builder -> builder.putItems(Tag.ReferencedStudySequence, List.of())),
                change(
                        "a value in an item",
                        builder -> builder.putItems(
                                Tag.ReferencedStudySequence,
                                List.of(DataSet.builder()
                                        .put(Tag.ReferencedSOPInstanceUID, "2.25.8")
                                        .build()))),
                change("a pixel", builder -> builder.putBytes(Tag.PixelData, VR.OW, pixels(1))));
    }

    private static Arguments change(String name, UnaryOperator<DataSet.Builder> change) {
        return Arguments.of(name, change);
    }

    private static DataSet dataSet() {
        return DataSet.builder()
                .put(Tag.SOPClassUID, Uid.MRImageStorage)
                .put(Tag.SOPInstanceUID, "2.25.7")
                .put(Tag.StudyDate, "20260105")
                .put(Tag.PatientName, "Invented^Person")
                .putItems(
                        Tag.ReferencedStudySequence,
                        List.of(DataSet.builder()
                                .put(Tag.ReferencedSOPInstanceUID, "2.25.9")
                                .build()))
                .put(0x00090010, "ROENTGEN TEST")
                .putBytes(PRIVATE, VR.UN, new byte[] {1, 2, 3, 4})
                .put(Tag.PhotometricInterpretation, "MONOCHROME2")
                .putIntegers(Tag.SamplesPerPixel, 1)
                .putIntegers(Tag.Rows, 5)
                .putIntegers(Tag.Columns, 3)
                .putIntegers(Tag.BitsAllocated, 16)
                .putIntegers(Tag.BitsStored, 12)
                .putIntegers(Tag.HighBit, 11)
                .putIntegers(Tag.PixelRepresentation, 0)
                .putBytes(Tag.PixelData, VR.OW, pixels(0))
                .build();
    }

    private static byte[] pixels(int last) {
        byte[] pixels = new byte[30];
        for (int index = 0; index < 14; index++) {
            pixels[2 * index] = (byte) (37 * index);
            pixels[2 * index + 1] = (byte) (index % 8);
        }
        pixels[28] = (byte) last;
        return pixels;
    }

    private static DicomFile file(DataSet dataSet) throws IOException {
        return reread(DicomFile.of(dataSet, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN));
    }

    private static DicomFile reread(DicomFile file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        file.write(bytes);
        return DicomFile.read(new ByteArrayInputStream(bytes.toByteArray()), ReadOptions.STRICT);
    }
}
