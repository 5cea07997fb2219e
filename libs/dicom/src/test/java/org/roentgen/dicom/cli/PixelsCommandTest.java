package org.roentgen.dicom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.TransferSyntax;
import org.roentgen.dicom.Uid;
import org.roentgen.dicom.VR;

class PixelsCommandTest {
    /** SHA-256 of the bytes 0 to 3. */
    private static final String DIGEST = "054edec1d0211f624fed0cbca9d4f9400b0e491c43742af2c5b0abebf0c990d8";

    @TempDir
    Path folder = Path.of("");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void aFileIsALineOfItsShapeAndDigest() throws IOException {
        Path file = image();
        assertThat(run("pixels", file.toString())).isZero();
        assertThat(text(out)).isEqualTo(file + "\t1.2.840.10008.1.2.1\t1\t2\t2\t1\tu1\t" + DIGEST + "\n");
    }

    @Test
    void aTranscodedFileHasTheSameDigest() throws IOException {
        Path coded = folder.resolve("coded.dcm");
        assertThat(run("transcode", "--to", Uid.JPEGLSLossless, image().toString(), coded.toString()))
                .isZero();
        assertThat(run("pixels", coded.toString())).isZero();
        assertThat(text(out)).contains("\t" + Uid.JPEGLSLossless + "\t").endsWith("\tu1\t" + DIGEST + "\n");
    }

    @Test
    void aTruncatedFileThatCannotBeTranscodedGivesOneLine() throws IOException {
        byte[] whole = Files.readAllBytes(image());
        Path cut = Files.write(folder.resolve("cut.dcm"), Arrays.copyOf(whole, whole.length - 2));
        assertThat(run(
                        "transcode",
                        "--to",
                        Uid.JPEGLSLossless,
                        cut.toString(),
                        folder.resolve("o.dcm").toString()))
                .isEqualTo(2);
        assertThat(text(err)).contains(cut.toString()).hasLineCount(1);
    }

    @Test
    void aBadFileIsAnErrorLineAndStatusTwo() throws IOException {
        Path bad = Files.writeString(folder.resolve("bad.dcm"), "no DICOM at all");
        assertThat(run("pixels", bad.toString())).isEqualTo(2);
        assertThat(text(out)).startsWith(bad + "\tERROR\t").hasLineCount(1);
        assertThat(text(err)).hasLineCount(1);
    }

    @Test
    void aDirectoryGoesOnBehindABadFile() throws IOException {
        image();
        Files.writeString(folder.resolve("bad.dcm"), "no DICOM at all");
        assertThat(run("pixels", folder.toString())).isEqualTo(1);
        assertThat(text(out)).contains(DIGEST).contains("\tERROR\t").hasLineCount(2);
        assertThat(text(err)).contains("1 of 2 files");
    }

    private Path image() throws IOException {
        DataSet dataSet = DataSet.builder()
                .put(Tag.SOPClassUID, Uid.SecondaryCaptureImageStorage)
                .put(Tag.SOPInstanceUID, "2.25.1")
                .putIntegers(Tag.SamplesPerPixel, 1)
                .put(Tag.PhotometricInterpretation, "MONOCHROME2")
                .putIntegers(Tag.Rows, 2)
                .putIntegers(Tag.Columns, 2)
                .putIntegers(Tag.BitsAllocated, 8)
                .putIntegers(Tag.BitsStored, 8)
                .putIntegers(Tag.HighBit, 7)
                .putIntegers(Tag.PixelRepresentation, 0)
                .putBytes(Tag.PixelData, VR.OB, new byte[] {0, 1, 2, 3})
                .build();
        Path file = folder.resolve("image.dcm");
        DicomFile.of(dataSet, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN).write(file);
        return file;
    }

    private int run(String... arguments) {
        return DicomCommand.run(
                List.of(arguments),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }
}
