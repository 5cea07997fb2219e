package org.roentgen.dicom.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.roentgen.dicom.object.Judges;

/** Components with fewer samples than the image has pixels: each sample stands for the pixels up to the next one. */
class Jpeg2000SubsamplingTest {
    private static final int COLUMNS = 104;
    private static final int ROWS = 68;

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({
        "2, 2, ''",
        "2, 1, ''",
        "1, 2, ''",
        "4, 2, ''",
        "2, 2, '-t 37,22 -n 3'",
        "2, 1, '-t 50,30 -n 3 -p RPCL'",
        "2, 2, '-c [64,64],[32,32],[16,16] -p PCRL'",
        "2, 2, '-c [32,32],[16,16] -p CPRL -t 64,48'",
        "2, 2, '-c [16,16] -n 3 -p RPCL'",
    })
    void repeatsTheSamplesOfCoarserComponents(int stepX, int stepY, String options)
            throws IOException, MalformedFrameException {
        int across = Math.ceilDiv(COLUMNS, stepX);
        int down = Math.ceilDiv(ROWS, stepY);
        byte[] planes = new byte[COLUMNS * ROWS + 2 * across * down];
        new Random(3).nextBytes(planes);
        byte[] expected = new byte[3 * COLUMNS * ROWS];
        for (int y = 0; y < ROWS; y++) {
            for (int x = 0; x < COLUMNS; x++) {
                int pixel = y * COLUMNS + x;
                int coarse = y / stepY * across + x / stepX;
                expected[3 * pixel] = planes[pixel];
                expected[3 * pixel + 1] = planes[COLUMNS * ROWS + coarse];
                expected[3 * pixel + 2] = planes[COLUMNS * ROWS + across * down + coarse];
            }
        }
        byte[] decoded = new byte[expected.length];
        FrameCodecs.decoder("1.2.840.10008.1.2.4.90")
                .orElseThrow()
                .decode(
                        encode(planes, stepX + "x" + stepY, options),
                        new FrameFormat(ROWS, COLUMNS, 3, SampleFormat.of(8, 8, false)),
                        decoded);
        assertThat(decoded).isEqualTo(expected);
    }

    private byte[] encode(byte[] planes, String steps, String options) throws IOException {
        Path raw = directory.resolve("in.raw");
        Path codestream = directory.resolve("out.j2k");
        Files.write(raw, planes);
        String format = "%d,%d,3,8,u@1x1:%s:%s".formatted(COLUMNS, ROWS, steps, steps);
        List<Object> arguments = new ArrayList<>(List.of("-i", raw, "-o", codestream, "-mct", "0", "-F", format));
        arguments.addAll(options.isEmpty() ? List.of() : List.of(options.split(" ")));
        Judges.Result result = Judges.program("opj_compress", arguments.toArray());
        assertThat(result.status()).as(result.output()).isZero();
        return Files.readAllBytes(codestream);
    }
}
