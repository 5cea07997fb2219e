package org.roentgen.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roentgen.dicom.geometry.FrameGeometries;
import org.roentgen.dicom.geometry.GeometryException;
import org.roentgen.dicom.json.BulkDataUris;
import org.roentgen.dicom.json.DicomJson;
import org.roentgen.dicom.pixel.PixelDigest;
import org.roentgen.dicom.pixel.PixelReader;
import org.roentgen.dicom.pixel.Renderer;
import org.roentgen.dicom.validate.Validator;

/**
 * Real files of every kind, damaged: whatever is done with them gives a result or a typed error, within five seconds of
 * processor time and the limits, and nothing else. A finding can be played again from the file's name and the number of the mutation.
 */
class FileMutationTest {
    private static final int MUTATIONS = Mutations.count(300);
    private static final int LARGEST = 150_000;
    private static final long SLOWEST_NANOSECONDS = 5_000_000_000L;
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();
    private static final long LARGEST_FRAME = 16 << 20;
    private static final ReadLimits LIMITS = new ReadLimits(32, 100_000, 16 << 20, 64 << 20, 64 << 20);

    @TempDir
    Path directory;

    @Test
    void damagedRealFilesGiveResultsOrTypedErrors() throws IOException {
        List<Path> seeds = seeds();
        Path mutated = directory.resolve("mutated.dcm");
        Map<String, String> findings = new TreeMap<>();
        for (int number = 0; number < MUTATIONS; number++) {
            Path seed = seeds.get(number % seeds.size());
            byte[] bytes = mutate(Files.readAllBytes(seed), new Random(number));
            Files.write(mutated, bytes);
            long begin = CLOCK.getCurrentThreadCpuTime();
            String finding = use(mutated, (number / seeds.size() & 1) == 0 ? ReadOptions.LENIENT : ReadOptions.STRICT);
            if (CLOCK.getCurrentThreadCpuTime() - begin > SLOWEST_NANOSECONDS) {
                finding = "took more than five seconds";
            }
            if (!finding.isEmpty()) {
                findings.putIfAbsent(finding, seed.getFileName() + " mutation " + number);
            }
        }
        assertThat(findings).isEmpty();
    }

    private static List<Path> seeds() throws IOException {
        return SharedData.files("dicom-conformance").stream()
                .filter(path -> path.toFile().length() <= LARGEST)
                .toList();
    }

    /** All that a receiver does with a file; what went wrong in a way that it must not, or nothing. */
    private static String use(Path path, ReadOptions options) {
        try {
            DicomFile file = DicomFile.read(path, options.withLimits(LIMITS).withBulkThreshold(1024));
            List<Step> steps = List.of(
                    () -> DicomJson.format(file.dataSet(), BulkDataUris.NONE),
                    () -> file.write(OutputStream.nullOutputStream()),
                    () -> FrameGeometries.of(file.dataSet()),
                    () -> pixels(file),
                    () -> Validator.validate(file));
            for (Step step : steps) {
                try {
                    step.run();
                } catch (IOException | UncheckedIOException | GeometryException expected) {
                    continue;
                }
            }
            return "";
        } catch (IOException expected) {
            return "";
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError finding) {
            return finding.getClass().getSimpleName() + " at "
                    + Arrays.stream(finding.getStackTrace())
                            .filter(frame -> frame.getClassName().startsWith("org.roentgen"))
                            .limit(3)
                            .map(frame -> frame.getFileName() + ":" + frame.getLineNumber())
                            .toList();
        }
    }

    @FunctionalInterface
    private interface Step {
        void run() throws IOException;
    }

    private static void pixels(DicomFile file) throws IOException {
        PixelReader pixels = PixelReader.of(file.dataSet(), file.meta().transferSyntax(), LARGEST_FRAME);
        if ((long) pixels.frames() * pixels.description().format().bytes() <= LARGEST_FRAME) {
            PixelDigest.of(pixels);
        }
        new Renderer(pixels).render(0);
    }

    /** Flips bits, lies about lengths, cuts off, repeats a part: mostly in the header. */
    private static byte[] mutate(byte[] seed, Random random) {
        byte[] bytes = seed.clone();
        for (int changes = 1 + random.nextInt(5); changes > 0 && bytes.length > 16; changes--) {
            int range = random.nextInt(3) == 0 ? bytes.length : Math.min(bytes.length, 3_000);
            int at = random.nextInt(range - 8);
            switch (random.nextInt(8)) {
                case 0, 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 2, 3 -> bytes[at] = (byte) random.nextInt();
                case 4 -> ByteOrders.putInteger(bytes, at & ~1, random.nextInt());
                case 5 -> ByteOrders.putInteger(bytes, at & ~1, -1);
                case 6 -> bytes = repeated(bytes, at, 1 + random.nextInt(Math.min(200, bytes.length - at)));
                default -> bytes = random.nextInt(4) == 0 ? Arrays.copyOf(bytes, at) : bytes;
            }
        }
        return bytes;
    }

    private static byte[] repeated(byte[] bytes, int at, int length) {
        byte[] all = Arrays.copyOf(bytes, bytes.length + length);
        System.arraycopy(bytes, at, all, at + length, bytes.length - at);
        return all;
    }
}
