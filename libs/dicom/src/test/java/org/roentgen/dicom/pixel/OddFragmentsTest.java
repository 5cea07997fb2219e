package org.roentgen.dicom.pixel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roentgen.dicom.Bytes;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.Element;
import org.roentgen.dicom.ReadOptions;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.TransferSyntax;
import org.roentgen.dicom.Uid;
import org.roentgen.dicom.VR;
import org.roentgen.dicom.Value;

/** Compressed pixel data as devices and archives should not, but do write it. */
class OddFragmentsTest {
    @TempDir
    Path directory;

    private DataSet compressed = DataSet.EMPTY;
    private String digest = "";

    @BeforeEach
    void compress() throws IOException {
        byte[] samples = new byte[2 * 20 * 30];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) (i * i / 7);
        }
        DataSet plain = DataSet.builder()
                .put(Tag.SOPClassUID, Uid.SecondaryCaptureImageStorage)
                .put(Tag.SOPInstanceUID, "2.25.21")
                .putIntegers(Tag.SamplesPerPixel, 1)
                .put(Tag.PhotometricInterpretation, "MONOCHROME2")
                .put(Tag.NumberOfFrames, "2")
                .putIntegers(Tag.Rows, 20)
                .putIntegers(Tag.Columns, 30)
                .putIntegers(Tag.BitsAllocated, 8)
                .putIntegers(Tag.PixelRepresentation, 0)
                .putBytes(Tag.PixelData, VR.OB, samples)
                .build();
        DicomFile file = DicomFile.of(plain, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        digest = PixelDigest.of(PixelReader.of(file));
        compressed = Transcoder.transcode(file, TransferSyntax.of(Uid.JPEGLSLossless))
                .dataSet();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {Uid.JPEG2000Lossless, Uid.JPEGLosslessSV1, Uid.RLELossless, Uid.ExplicitVRLittleEndian, Uid.HTJ2K
            })
    void framesAreReadAsWhatTheyAre(String stated) throws IOException {
        assertThat(PixelDigest.of(PixelReader.of(compressed, TransferSyntax.of(stated))))
                .isEqualTo(digest);
    }

    @Test
    void emptyFragmentsBelongToNoFrame() throws IOException {
        List<Value.Data> fragments = new ArrayList<>(fragments().fragments());
        fragments.add(1, Bytes.EMPTY);
        fragments.add(Bytes.EMPTY);
        assertThat(digest(new Value.Fragments(Bytes.EMPTY, fragments))).isEqualTo(digest);
    }

    @Test
    void fragmentsMayStandInAValueOfDefinedLength() throws IOException {
        ByteArrayOutputStream items = new ByteArrayOutputStream();
        append(items, Bytes.EMPTY);
        for (Value.Data fragment : fragments().fragments()) {
            append(items, fragment);
        }
        Bytes value = Bytes.copyOf(items.toByteArray());
        assertThat(digest(value)).isEqualTo(digest);
        Path path = directory.resolve("defined.dcm");
        DicomFile.of(with(value), TransferSyntax.of(Uid.JPEGLSLossless)).write(path);
        DicomFile onDisk = DicomFile.read(path, ReadOptions.STRICT.withBulkThreshold(16));
        assertThat(PixelDigest.of(PixelReader.of(onDisk))).isEqualTo(digest);
        DicomFile decoded = Transcoder.transcode(onDisk, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        assertThat(PixelDigest.of(PixelReader.of(decoded))).isEqualTo(digest);
    }

    private Value.Fragments fragments() {
        return (Value.Fragments) compressed.element(Tag.PixelData).orElseThrow().value();
    }

    private DataSet with(Value value) {
        return compressed.toBuilder()
                .putElement(new Element(Tag.PixelData, VR.OB, value))
                .build();
    }

    private String digest(Value value) throws IOException {
        return PixelDigest.of(PixelReader.of(with(value), TransferSyntax.of(Uid.JPEGLSLossless)));
    }

    private static void append(ByteArrayOutputStream items, Value.Data fragment) throws IOException {
        items.writeBytes(ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0xe000_fffe)
                .putInt((int) fragment.length())
                .array());
        items.writeBytes(fragment.toBytes());
    }
}
