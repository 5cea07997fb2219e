package org.roentgen.dicom.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roentgen.dicom.object.Judges;

/** What OpenJPEG writes without loss comes back, whichever way of coding it was told to take. */
class Jpeg2000OptionsTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-M 1",
                "-M 2",
                "-M 4",
                "-M 8",
                "-M 32",
                "-M 63",
                "-b 4,4",
                "-b 1024,4",
                "-b 4,1024",
                "-t 64,48",
                "-t 50,30 -n 3 -p RPCL",
                "-d 13,7",
                "-c [64,64],[32,32],[16,16] -p PCRL",
                "-c [128,64],[32,64] -p CPRL",
                "-n 1",
                "-n 2 -p RLCP",
                "-t 64,64 -TP R -SOP -EPH",
                "-ROI c=0,U=7"
            })
    void decodesWhatOpenJpegWrites(String options) throws IOException, MalformedFrameException {
        for (FrameFormat format : formats()) {
            for (String content : List.of("blobs", "noise")) {
                TestImages.Image image = TestImages.image(content, format);
                byte[] decoded = new byte[image.samples().length];
                FrameCodecs.decoder("1.2.840.10008.1.2.4.90")
                        .orElseThrow()
                        .decode(encode(image, options), format, decoded);
                assertThat(decoded).as("%s with %s", image, options).isEqualTo(image.samples());
            }
        }
    }

    /** Some devices write signed samples as an unsigned codestream: the data set says how to read them. */
    @Test
    void readsAnUnsignedCodestreamAsSignedWhereTheDataSetSaysSo() throws IOException, MalformedFrameException {
        TestImages.Image image = TestImages.image("noise", new FrameFormat(40, 50, 1, SampleFormat.of(16, 13, false)));
        byte[] decoded = new byte[image.samples().length];
        FrameCodecs.decoder("1.2.840.10008.1.2.4.90")
                .orElseThrow()
                .decode(encode(image, ""), new FrameFormat(40, 50, 1, SampleFormat.of(16, 13, true)), decoded);
        ShortBuffer values =
                ByteBuffer.wrap(decoded).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
        ShortBuffer codes =
                ByteBuffer.wrap(image.samples()).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
        for (int i = 0; i < codes.limit(); i++) {
            assertThat((int) values.get(i)).isEqualTo(codes.get(i) < 4096 ? codes.get(i) : codes.get(i) - 8192);
        }
    }

    private static List<FrameFormat> formats() {
        return List.of(
                new FrameFormat(77, 101, 1, SampleFormat.of(16, 12, false)),
                new FrameFormat(67, 66, 1, SampleFormat.of(16, 16, true)),
                new FrameFormat(65, 70, 3, SampleFormat.of(8, 8, false)));
    }

    private byte[] encode(TestImages.Image image, String options) throws IOException {
        FrameFormat format = image.format();
        Path raw = directory.resolve("in.rawl");
        Path codestream = directory.resolve("out.j2k");
        Files.write(raw, byPlane(image));
        List<Object> arguments = new ArrayList<>(List.of("-i", raw, "-o", codestream, "-F"));
        arguments.add("%d,%d,%d,%d,%s"
                .formatted(
                        format.columns(),
                        format.rows(),
                        format.samplesPerPixel(),
                        format.sample().bitsStored(),
                        format.sample().signed() ? "s" : "u"));
        arguments.addAll(options.isEmpty() ? List.of() : List.of(options.split(" ")));
        Judges.Result result = Judges.program("opj_compress", arguments.toArray());
        assertThat(result.status()).as(result.output()).isZero();
        return Files.readAllBytes(codestream);
    }

    private static byte[] byPlane(TestImages.Image image) {
        int bytes = image.format().sample().bytes();
        int samples = image.format().samplesPerPixel();
        int pixels = (int) image.format().pixels();
        byte[] planes = new byte[image.samples().length];
        for (int i = 0; i < planes.length; i++) {
            int place = i / bytes;
            planes[(place % samples * pixels + place / samples) * bytes + i % bytes] = image.samples()[i];
        }
        return planes;
    }
}
