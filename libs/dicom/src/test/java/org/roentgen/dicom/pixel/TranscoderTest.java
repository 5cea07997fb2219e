package org.roentgen.dicom.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.ReadOptions;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.TransferSyntax;
import org.roentgen.dicom.Uid;
import org.roentgen.dicom.VR;
import org.roentgen.dicom.codec.FrameCodecs;

class TranscoderTest {
    private static final List<String> UNCOMPRESSED = List.of(
            Uid.ImplicitVRLittleEndian,
            Uid.ExplicitVRLittleEndian,
            Uid.ExplicitVRBigEndian,
            Uid.DeflatedExplicitVRLittleEndian);

    @TempDir
    Path folder = Path.of("");

    @TestFactory
    Stream<DynamicTest> storedValuesSurviveEveryTargetThatHoldsThem() throws IOException {
        List<String> targets = Stream.concat(UNCOMPRESSED.stream(), FrameCodecs.encodable().stream())
                .toList();
        return ConformanceManifest.entries().stream()
                .filter(entry -> !entry.get("pixel_sha256").isEmpty())
                .filter(entry -> entry.get("path").matches("(transfer-syntax|multiframe|modality|wg04/CT2).*"))
                .map(entry -> DynamicTest.dynamicTest(entry.toString(), () -> {
                    DicomFile file = DicomFile.read(entry.file(), ReadOptions.LENIENT);
                    String digest = PixelDigest.of(PixelReader.of(file));
                    for (String target : targets) {
                        if (holds(file.dataSet(), target)) {
                            DicomFile read = reread(Transcoder.transcode(file, TransferSyntax.of(target)));
                            assertThat(PixelDigest.of(PixelReader.of(read)))
                                    .as(target)
                                    .isEqualTo(digest);
                        } else {
                            assertThatThrownBy(() -> Transcoder.transcode(file, TransferSyntax.of(target)))
                                    .isInstanceOf(UnreadablePixelsException.class);
                        }
                    }
                }));
    }

    @Test
    void packedSamplesOfTwelveBitsComeOutInSixteen() throws IOException {
        int[] values = {1, 0xfff, 0x123, 0x800, 7, 0xabc, 0x555, 9, 0x0f0, 0xf0f};
        byte[] packed = new byte[16];
        for (int i = 0; i < values.length; i++) {
            for (int bit = 0; bit < 12; bit++) {
                packed[(12 * i + bit) / 8] |= (byte) ((values[i] >> bit & 1) << (12 * i + bit) % 8);
            }
        }
        DataSet dataSet = DataSet.builder()
                .put(Tag.SOPClassUID, Uid.SecondaryCaptureImageStorage)
                .put(Tag.SOPInstanceUID, "2.25.12")
                .putIntegers(Tag.SamplesPerPixel, 1)
                .put(Tag.PhotometricInterpretation, "MONOCHROME2")
                .putIntegers(Tag.NumberOfFrames, 2)
                .putIntegers(Tag.Rows, 1)
                .putIntegers(Tag.Columns, 5)
                .putIntegers(Tag.BitsAllocated, 12)
                .putIntegers(Tag.BitsStored, 12)
                .putIntegers(Tag.HighBit, 11)
                .putIntegers(Tag.PixelRepresentation, 0)
                .putBytes(Tag.PixelData, VR.OW, packed)
                .build();
        DicomFile file = DicomFile.of(dataSet, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        PixelReader pixels = PixelReader.of(file);
        assertThat(pixels.description().format().sample().dtype()).isEqualTo("<u2");
        assertThat(pixels.frame(0).toInts()).containsExactly(Arrays.copyOf(values, 5));
        assertThat(pixels.frame(1).toInts()).containsExactly(Arrays.copyOfRange(values, 5, 10));
        for (String target : List.of(
                Uid.ExplicitVRBigEndian, Uid.JPEGLSLossless, Uid.RLELossless, Uid.DeflatedImageFrameCompression)) {
            DicomFile read = reread(Transcoder.transcode(file, TransferSyntax.of(target)));
            assertThat(read.dataSet().integer(Tag.BitsAllocated, 0)).as(target).isEqualTo(16);
            assertThat(PixelDigest.of(PixelReader.of(read))).as(target).isEqualTo(PixelDigest.of(pixels));
        }
    }

    @Test
    void pixelsOfTheGeSyntaxStandHighByteFirst() throws IOException {
        DataSet dataSet = DataSet.builder()
                .put(Tag.SOPClassUID, Uid.MRImageStorage)
                .put(Tag.SOPInstanceUID, "2.25.13")
                .putIntegers(Tag.SamplesPerPixel, 1)
                .put(Tag.PhotometricInterpretation, "MONOCHROME2")
                .putIntegers(Tag.Rows, 1)
                .putIntegers(Tag.Columns, 3)
                .putIntegers(Tag.BitsAllocated, 16)
                .putIntegers(Tag.PixelRepresentation, 1)
                .putBytes(Tag.PixelData, VR.OW, new byte[] {1, 2, 0, 5, -1, -2})
                .build();
        DicomFile file = reread(DicomFile.of(dataSet, TransferSyntax.of("1.2.840.113619.5.2")));
        assertThat(file.dataSet().integer(Tag.Columns, 0)).isEqualTo(3);
        assertThat(PixelReader.of(file).frame(0).toInts()).containsExactly(0x102, 5, -2);
        for (String target : UNCOMPRESSED) {
            DicomFile read = reread(Transcoder.transcode(file, TransferSyntax.of(target)));
            assertThat(PixelReader.of(read).frame(0).toInts()).as(target).containsExactly(0x102, 5, -2);
        }
        assertThatThrownBy(() -> Transcoder.transcode(
                        DicomFile.of(dataSet, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN),
                        TransferSyntax.GE_PRIVATE_IMPLICIT_VR))
                .isInstanceOf(UnreadablePixelsException.class);
    }

    /** JPEG-LS holds 8 and 16 bits, RLE whole bytes in 15 planes at most, no encapsulated syntax floats. */
    private static boolean holds(DataSet dataSet, String target) {
        if (UNCOMPRESSED.contains(target)) {
            return true;
        }
        int bits = dataSet.integer(Tag.BitsAllocated, 0);
        return dataSet.contains(Tag.PixelData)
                && switch (target) {
                    case Uid.JPEGLSLossless -> bits == 8 || bits == 16;
                    case Uid.RLELossless -> bits >= 8;
                    default -> true;
                };
    }

    private static DicomFile reread(DicomFile file) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        file.write(out);
        return DicomFile.read(new ByteArrayInputStream(out.toByteArray()), ReadOptions.STRICT);
    }

    @TestFactory
    Stream<DynamicTest> foreignDecodersReadWhatIsEncoded() throws IOException {
        return Stream.of(new String[] {Uid.JPEGLSLossless, "dcmdjpls"}, new String[] {Uid.RLELossless, "dcmdrle"})
                .flatMap(judge -> Stream.of(
                                "wg04/CT2_UNC.dcm",
                                "wg04/MR4_UNC.dcm",
                                "wg04/US1_UNC.dcm",
                                "wg04/NM1_UNC.dcm",
                                "transfer-syntax/MR_small_bigendian.dcm",
                                "multiframe/emri_small_big_endian.dcm",
                                "modality/color-pl.dcm")
                        .map(path ->
                                DynamicTest.dynamicTest(judge[1] + " " + path, () -> judge(path, judge[0], judge[1]))));
    }

    private void judge(String path, String target, String tool) throws IOException, InterruptedException {
        Assumptions.assumeTrue(
                Files.isExecutable(Path.of("/usr/bin", tool)), tool + " is not installed (Debian package dcmtk)");
        DicomFile file = DicomFile.read(ConformanceManifest.folder().resolve(path), ReadOptions.LENIENT);
        Path in = folder.resolve("in.dcm");
        Path out = folder.resolve("out.dcm");
        Transcoder.transcode(file, TransferSyntax.of(target)).write(in);
        Process process = new ProcessBuilder(tool, in.toString(), out.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        assertThat(process.waitFor())
                .as(Files.readString(folder.resolve("log")))
                .isZero();
        assertThat(PixelDigest.of(PixelReader.of(DicomFile.read(out)))).isEqualTo(PixelDigest.of(PixelReader.of(file)));
    }

    @Test
    void lossyOriginStaysMarked() throws IOException {
        Path lossy = ConformanceManifest.folder().resolve("transfer-syntax/SC_rgb_dcmtk_+eb+cy+np.dcm");
        DicomFile plain = Transcoder.transcode(
                DicomFile.read(lossy, ReadOptions.LENIENT), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        assertThat(plain.dataSet().string(Tag.LossyImageCompression, "")).isEqualTo("01");
        assertThat(plain.dataSet().string(Tag.PhotometricInterpretation, "")).isEqualTo("YBR_FULL");
    }

    @Test
    void syntaxesThatAreNotWrittenAreNamed() throws IOException {
        DicomFile file = DicomFile.read(ConformanceManifest.folder().resolve("wg04/CT2_UNC.dcm"));
        assertThatThrownBy(() -> Transcoder.transcode(file, TransferSyntax.of(Uid.JPEG2000)))
                .isInstanceOf(UnreadablePixelsException.class)
                .hasMessageContaining(Uid.JPEG2000)
                .hasMessageContaining(Uid.JPEGLSLossless);
    }
}
