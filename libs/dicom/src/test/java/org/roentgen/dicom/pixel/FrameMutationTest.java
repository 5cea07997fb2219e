package org.roentgen.dicom.pixel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.Mutations;
import org.roentgen.dicom.ReadOptions;
import org.roentgen.dicom.codec.FrameCodecs;
import org.roentgen.dicom.codec.FrameDecoder;
import org.roentgen.dicom.codec.MalformedFrameException;

/** Broken codestreams decode to something or fail with the typed exception, in time and without any other exception. */
class FrameMutationTest {
    private static final int MUTATIONS = Mutations.count(400, 11);
    private static final long SLOWEST_NANOSECONDS = 5_000_000_000L;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "transfer-syntax/MR_small_jp2klossless.dcm",
                "transfer-syntax/MR_small_jpeg_ls_lossless.dcm",
                "transfer-syntax/MR_small_RLE.dcm",
                "transfer-syntax/SC_rgb_dcmtk_+eb+cy+np.dcm",
                "transfer-syntax/SC_rgb_dcmtk_+eb+cy+s4.dcm",
                "transfer-syntax/SC_rgb_jls_lossy_sample.dcm",
                "transfer-syntax/SC_rgb_jpeg_gdcm.dcm",
                "transfer-syntax/JPEGLSNearLossless_16.dcm",
                "transfer-syntax/HTJ2K_08_RGB.dcm",
                "multiframe/emri_small_jpeg_2k_lossless.dcm",
                "wg04/NM1_J2KI.dcm"
            })
    void brokenFramesFailTyped(String path) throws IOException {
        DicomFile file = DicomFile.read(ConformanceManifest.folder().resolve(path), ReadOptions.LENIENT);
        PixelReader pixels = PixelReader.of(file);
        FrameDecoder decoder =
                FrameCodecs.decoder(file.meta().transferSyntax().uid()).orElseThrow();
        byte[] frame = pixels.raw(0);
        byte[] target = new byte[(int) pixels.description().format().bytes()];
        Random random = new Random(path.hashCode());
        int refused = 0;
        int count = frame.length > 60_000 ? MUTATIONS / 8 : MUTATIONS;
        for (int i = 0; i < count; i++) {
            byte[] broken = mutate(frame, random);
            long start = System.nanoTime();
            try {
                decoder.decode(broken, pixels.description().format(), target);
            } catch (MalformedFrameException e) {
                refused++;
            }
            assertThat(System.nanoTime() - start).isLessThan(SLOWEST_NANOSECONDS);
        }
        assertThat(refused).isPositive();
    }

    private static byte[] mutate(byte[] frame, Random random) {
        byte[] broken = random.nextInt(4) == 0 ? Arrays.copyOf(frame, random.nextInt(frame.length)) : frame.clone();
        for (int flips = 1 + random.nextInt(6); flips > 0 && broken.length > 0; flips--) {
            int range = random.nextBoolean() ? broken.length : Math.min(200, broken.length);
            broken[random.nextInt(range)] = (byte) random.nextInt();
        }
        return broken;
    }
}
