package org.roentgen.dicom.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoundTripTest {
    private static final String RLE = "1.2.840.10008.1.2.5";
    private static final String JPEG_LS = "1.2.840.10008.1.2.4.80";
    private static final String DEFLATED = "1.2.840.10008.1.2.8.1";

    @ParameterizedTest
    @ValueSource(strings = {RLE, JPEG_LS, DEFLATED})
    void whatIsEncodedDecodesToTheSameSamples(String uid) throws Exception {
        FrameEncoder encoder = FrameCodecs.encoder(uid).orElseThrow();
        FrameDecoder decoder = FrameCodecs.decoder(uid).orElseThrow();
        for (TestImages.Image image : TestImages.all()) {
            byte[] frame = encoder.encode(image.samples(), image.format());
            byte[] decoded = new byte[image.samples().length];
            decoder.decode(frame, image.format(), decoded);
            assertThat(frame.length % 2).as("even length of %s", image).isZero();
            assertThat(decoded).as("%s", image).isEqualTo(image.samples());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {RLE, JPEG_LS, DEFLATED})
    void brokenFramesDecodeOrFailWithTheTypedException(String uid) throws Exception {
        FrameFormat format = new FrameFormat(24, 31, 3, SampleFormat.of(16, 12, false));
        FrameDecoder decoder = FrameCodecs.decoder(uid).orElseThrow();
        byte[] frame = FrameCodecs.encoder(uid)
                .orElseThrow()
                .encode(TestImages.image("blobs", format).samples(), format);
        byte[] target = new byte[(int) format.bytes()];
        Random random = new Random(11);
        for (int i = 0; i < 3_000; i++) {
            byte[] broken = Arrays.copyOf(frame, i % 3 == 0 ? random.nextInt(frame.length) : frame.length);
            for (int flips = random.nextInt(8); flips >= 0 && broken.length > 0; flips--) {
                int place = random.nextBoolean()
                        ? random.nextInt(broken.length)
                        : random.nextInt(Math.min(80, broken.length));
                broken[place] = (byte) random.nextInt();
            }
            Optional<MalformedFrameException> failure = attempt(decoder, broken, format, target);
            failure.ifPresent(e -> assertThat(e.getMessage()).contains(": "));
        }
    }

    @Test
    void imageCodecsRefuseSamplesOf64Bits() {
        FrameFormat format = new FrameFormat(8, 8, 1, SampleFormat.of(64, 64, false));
        for (String uid : FrameCodecs.decodable()) {
            FrameDecoder decoder = FrameCodecs.decoder(uid).orElseThrow();
            assertThat(attempt(decoder, new byte[64], format, new byte[512]).isPresent())
                    .as(uid)
                    .isTrue();
        }
    }

    private static Optional<MalformedFrameException> attempt(
            FrameDecoder decoder, byte[] frame, FrameFormat format, byte[] target) {
        try {
            decoder.decode(frame, format, target);
            return Optional.empty();
        } catch (MalformedFrameException e) {
            return Optional.of(e);
        }
    }
}
