package org.roentgen.dicom.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.ReadOptions;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.deidentify.Deidentifier;
import org.roentgen.dicom.deidentify.Profiles;
import org.roentgen.dicom.deidentify.PseudonymKey;
import org.roentgen.dicom.pixel.PixelReader;

/** Times the toolkit on the files of a directory, on one thread, from the file system's cache; a line per operation. */
final class BenchCommand implements Subcommand {
    private static final int WARM_UPS = 3;
    private static final int ROUNDS = 5;

    /** What is timed on each file. */
    private interface Operation {
        void run(Path file) throws IOException;
    }

    @Override
    public String usage() {
        return "bench DIR";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) throws IOException {
        List<Path> files = files(Arguments.parse(arguments, Set.of(), Set.of()).onlyPath("DIR"));
        if (files.isEmpty()) {
            throw new IOException("the directory holds no files");
        }
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        Deidentifier deidentifier = new Deidentifier(Profiles.named("basic"), PseudonymKey.of(key));
        ReadOptions header = ReadOptions.STRICT.stopBefore(Tag.PixelData);
        out.println(files.size() + " files; best of " + ROUNDS + " rounds, one thread");
        time("header scan", files, out, file -> DicomFile.read(file, header));
        time("read and rewrite", files, out, file -> DicomFile.read(file).write(OutputStream.nullOutputStream()));
        time("decode pixels", files, out, file -> PixelReader.of(DicomFile.read(file))
                .frame(0));
        time("de-identify (basic)", files, out, file -> deidentifier
                .apply(DicomFile.read(file))
                .file()
                .write(OutputStream.nullOutputStream()));
        return DONE;
    }

    private static void time(String name, List<Path> files, PrintStream out, Operation operation) throws IOException {
        long best = Long.MAX_VALUE;
        for (int round = -WARM_UPS; round < ROUNDS; round++) {
            long begin = System.nanoTime();
            for (Path file : files) {
                operation.run(file);
            }
            if (round >= 0) {
                best = Math.min(best, System.nanoTime() - begin);
            }
        }
        double microseconds = best / 1e3 / files.size();
        out.printf("%-22s %9.1f us a file  %9.0f files/s%n", name, microseconds, 1e6 / microseconds);
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> paths = Files.walk(directory)) {
            return paths.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
