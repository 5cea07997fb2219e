package org.roentgen.dicom.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.Mutations;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.TransferSyntax;
import org.roentgen.dicom.Uid;
import org.roentgen.dicom.VR;
import org.roentgen.dicom.object.Judges;
import org.roentgen.dicom.pixel.PixelDigest;
import org.roentgen.dicom.pixel.PixelReader;

/** A progressive image holds the coefficients of the sequential one in another order: the samples are the same. */
class JpegProgressiveTest {
    private static final String BASELINE = "1.2.840.10008.1.2.4.50";
    private static final int MUTATIONS = Mutations.count(300);
    private static final String PROGRESSIVE = "1.2.840.10008.1.2.4.55";

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({
        "1, 64, 64, 0.9",
        "1, 33, 47, 0.5",
        "3, 64, 48, 0.9",
        "3, 33, 47, 0.3",
        "3, 1, 1, 0.8",
        "3, 200, 17, 1.0"
    })
    void equalsTheSequentialImage(int samples, int rows, int columns, float quality) throws IOException {
        BufferedImage image = image(samples, rows, columns);
        FrameFormat format = new FrameFormat(rows, columns, samples, SampleFormat.of(8, 8, false));
        byte[] sequential = decode(BASELINE, encode(image, quality, false), format);
        byte[] progressive = encode(image, quality, true);
        assertThat(decode(PROGRESSIVE, progressive, format)).isEqualTo(sequential);
        byte[] cut = Arrays.copyOf(progressive, progressive.length * 2 / 3);
        assertThatThrownBy(() -> decode(PROGRESSIVE, cut, format)).isInstanceOf(MalformedFrameException.class);
    }

    @Test
    void brokenImagesFailTyped() throws IOException {
        byte[] sound = encode(image(3, 70, 50), 0.8f, true);
        FrameFormat format = new FrameFormat(70, 50, 3, SampleFormat.of(8, 8, false));
        Random random = new Random(11);
        int refused = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] broken = sound.clone();
            for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
                int range = random.nextBoolean() ? broken.length : 200;
                broken[random.nextInt(range)] = (byte) random.nextInt();
            }
            try {
                decode(PROGRESSIVE, broken, format);
            } catch (MalformedFrameException e) {
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"+es", "+ep"})
    void readsTheTwelveBitsOfDcmtk(String option) throws IOException {
        TestImages.Image image = TestImages.image("blobs", new FrameFormat(70, 90, 1, SampleFormat.of(16, 12, false)));
        DataSet dataSet = DataSet.builder()
                .put(Tag.SOPClassUID, Uid.SecondaryCaptureImageStorage)
                .put(Tag.SOPInstanceUID, "2.25.17")
                .putIntegers(Tag.SamplesPerPixel, 1)
                .put(Tag.PhotometricInterpretation, "MONOCHROME2")
                .putIntegers(Tag.Rows, 70)
                .putIntegers(Tag.Columns, 90)
                .putIntegers(Tag.BitsAllocated, 16)
                .putIntegers(Tag.BitsStored, 12)
                .putIntegers(Tag.HighBit, 11)
                .putIntegers(Tag.PixelRepresentation, 0)
                .putBytes(Tag.PixelData, VR.OW, image.samples())
                .build();
        Path in = directory.resolve("in.dcm");
        DicomFile.of(dataSet, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN).write(in);
        assertThat(digest(in, option)).isEqualTo(digest(in, "+ee"));
    }

    private String digest(Path in, String option) throws IOException {
        Path out = directory.resolve("out" + option + ".dcm");
        Judges.Result result = Judges.program("dcmcjpeg", option, "+q", 70, in, out);
        assertThat(result.status()).as(result.output()).isZero();
        return PixelDigest.of(PixelReader.of(DicomFile.read(out)));
    }

    private static byte[] decode(String syntax, byte[] frame, FrameFormat format) throws MalformedFrameException {
        byte[] samples = new byte[(int) format.bytes()];
        FrameCodecs.decoder(syntax).orElseThrow().decode(frame, format, samples);
        return samples;
    }

    private static BufferedImage image(int samples, int rows, int columns) {
        BufferedImage image = new BufferedImage(
                columns, rows, samples == 1 ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB);
        Random random = new Random(5);
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < columns; x++) {
                for (int i = 0; i < samples; i++) {
                    int value = (int) (120 + 90 * Math.sin((x + 9 * i) / 7.0) * Math.cos(y / 5.0)) + random.nextInt(40);
                    image.getRaster().setSample(x, y, i, value);
                }
            }
        }
        return image;
    }

    private static byte[] encode(BufferedImage image, float quality, boolean progressive) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam parameters = writer.getDefaultWriteParam();
        parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        parameters.setCompressionQuality(quality);
        parameters.setProgressiveMode(progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
