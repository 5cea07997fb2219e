package org.roentgen.dicom.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.ReadOptions;

class PixelConformanceTest {
    /** The reference reader left the bytes of big-endian words swapped; {@link #bigEndianWordsOfBytesAreSwapped()}. */
    private static final String MISREAD = "transfer-syntax/SC_rgb_small_odd_big_endian.dcm";

    @Test
    void bigEndianWordsOfBytesAreSwapped() throws IOException {
        Path folder = ConformanceManifest.folder().resolve("transfer-syntax");
        assertThat(PixelDigest.of(open(folder.resolve("SC_rgb_small_odd_big_endian.dcm"))))
                .isEqualTo(PixelDigest.of(open(folder.resolve("SC_rgb_small_odd.dcm"))));
    }

    /** Its codestream holds bytes of another element where the image size should be. */
    private static final String BROKEN = "malformed/JPEG2000-embedded-sequence-delimiter.dcm";

    @Test
    void aCodestreamWithForeignBytesIsRefused() throws IOException {
        PixelReader pixels = open(ConformanceManifest.folder().resolve(BROKEN));
        assertThatThrownBy(() -> pixels.frame(0))
                .isInstanceOfSatisfying(UnreadablePixelsException.class, e -> assertThat(e.reason())
                        .isEqualTo(UnreadablePixelsException.Reason.MALFORMED_FRAME));
    }

    @Test
    void highThroughputFramesAgreeBetweenLosslessAndLossy() throws IOException {
        Path folder = ConformanceManifest.folder().resolve("transfer-syntax");
        double[] lossless =
                open(folder.resolve("HTJ2KLossless_08_RGB.dcm")).frame(0).toDoubles();
        double[] lossy = open(folder.resolve("HTJ2K_08_RGB.dcm")).frame(0).toDoubles();
        double squares = 0;
        for (int i = 0; i < lossless.length; i++) {
            squares += (lossless[i] - lossy[i]) * (lossless[i] - lossy[i]);
        }
        assertThat(20 * Math.log10(255 / Math.sqrt(squares / lossless.length))).isGreaterThan(40);
    }

    @TestFactory
    Stream<DynamicTest> losslessPixelsEqualTheReference() throws IOException {
        return ConformanceManifest.entries().stream()
                .filter(entry -> !entry.get("pixel_sha256").isEmpty())
                .filter(entry -> !MISREAD.equals(entry.get("path")))
                .map(entry -> DynamicTest.dynamicTest(entry.toString(), () -> {
                    PixelReader pixels = open(entry.file());
                    assertThat(pixels.description().format().sample().dtype())
                            .isEqualTo(entry.get("pixel_dtype").replace("|", ""));
                    assertThat(PixelDigest.of(pixels)).isEqualTo(entry.get("pixel_sha256"));
                }));
    }

    @TestFactory
    Stream<DynamicTest> lossyPixelsAreCloseToTheReference() throws IOException {
        List<ConformanceManifest.Entry> lossy = ConformanceManifest.entries().stream()
                .filter(entry -> entry.get("pixel_sha256").isEmpty())
                .filter(entry -> !BROKEN.equals(entry.get("path")))
                .toList();
        return lossy.stream()
                .map(entry -> DynamicTest.dynamicTest(entry.toString(), () -> {
                    double[] values = open(entry.file()).frame(0).toDoubles();
                    double sum = 0;
                    double lowest = Double.POSITIVE_INFINITY;
                    double highest = Double.NEGATIVE_INFINITY;
                    for (double value : values) {
                        sum += value;
                        lowest = Math.min(lowest, value);
                        highest = Math.max(highest, value);
                    }
                    double range = Double.parseDouble(entry.get("px_max")) - Double.parseDouble(entry.get("px_min"));
                    assertThat(sum / values.length)
                            .isCloseTo(Double.parseDouble(entry.get("px_mean")), within(0.001 * range));
                    assertThat(lowest).isCloseTo(Double.parseDouble(entry.get("px_min")), within(0.02 * range));
                    assertThat(highest).isCloseTo(Double.parseDouble(entry.get("px_max")), within(0.02 * range));
                }));
    }

    private static PixelReader open(Path file) throws IOException {
        return PixelReader.of(DicomFile.read(file, ReadOptions.LENIENT));
    }
}
