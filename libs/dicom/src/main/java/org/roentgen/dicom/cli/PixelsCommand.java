package org.roentgen.dicom.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.ReadOptions;
import org.roentgen.dicom.codec.FrameFormat;
import org.roentgen.dicom.pixel.PixelDigest;
import org.roentgen.dicom.pixel.PixelReader;

/** Decodes the pixels of files and prints their shape and SHA-256, a line each, in the order of the arguments. */
final class PixelsCommand implements Subcommand {
    /** A line of the output. */
    private record Row(String line, boolean failed) {}

    @Override
    public String usage() {
        return "pixels FILE...";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) throws IOException {
        List<String> named = Arguments.parse(arguments, Set.of(), Set.of()).rest();
        if (named.isEmpty()) {
            throw new UsageException("at least one FILE is needed");
        }
        List<Path> paths = new ArrayList<>();
        boolean directories = false;
        for (String name : named) {
            Path path = Path.of(name);
            if (Files.isDirectory(path)) {
                directories = true;
                addTree(path, paths);
            } else {
                paths.add(path);
            }
        }
        int[] failed = {0};
        paths.parallelStream().map(PixelsCommand::row).forEachOrdered(row -> {
            out.println(row.line());
            if (row.failed()) {
                failed[0]++;
                err.println("roentgen dicom pixels: " + row.line().replace("\tERROR\t", ": "));
            }
        });
        out.flush();
        if (failed[0] == 0) {
            return DONE;
        }
        if (directories) {
            err.println("roentgen dicom pixels: " + failed[0] + " of " + paths.size() + " files could not be decoded");
            return PARTLY;
        }
        return FAILED;
    }

    private static void addTree(Path directory, List<Path> paths) throws IOException {
        try (Stream<Path> tree = Files.walk(directory)) {
            tree.filter(Files::isRegularFile).sorted().forEach(paths::add);
        } catch (UncheckedIOException e) {
            throw Objects.requireNonNull(e.getCause());
        }
    }

    private static Row row(Path path) {
        try {
            DicomFile file = DicomFile.read(path, ReadOptions.LENIENT);
            PixelReader pixels = PixelReader.of(file);
            FrameFormat format = pixels.description().format();
            String line = String.join(
                    "\t",
                    path.toString(),
                    file.meta().transferSyntax().uid(),
                    Integer.toString(pixels.frames()),
                    Integer.toString(format.rows()),
                    Integer.toString(format.columns()),
                    Integer.toString(format.samplesPerPixel()),
                    format.sample().dtype(),
                    PixelDigest.of(pixels));
            return new Row(line, false);
        } catch (IOException e) {
            return failure(path, e);
        } catch (UncheckedIOException e) {
            return failure(path, Objects.requireNonNull(e.getCause()));
        }
    }

    private static Row failure(Path path, IOException exception) {
        return new Row(path + "\tERROR\t" + DicomCommand.describe(exception), true);
    }
}
