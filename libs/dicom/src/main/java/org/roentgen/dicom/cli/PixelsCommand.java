package org.roentgen.dicom.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
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
        NamedFiles files =
                NamedFiles.of(Arguments.parse(arguments, Set.of(), Set.of()).rest());
        int[] failed = {0};
        Progress progress = new Progress(err, files.paths().size());
        files.paths().parallelStream().map(PixelsCommand::row).forEachOrdered(row -> {
            out.println(row.line());
            progress.step();
            if (row.failed()) {
                failed[0]++;
                err.println("roentgen dicom pixels: " + row.line().replace("\tERROR\t", ": "));
            }
        });
        out.flush();
        if (failed[0] == 0) {
            return DONE;
        }
        if (files.directories()) {
            err.println("roentgen dicom pixels: " + failed[0] + " of "
                    + files.paths().size() + " files could not be decoded");
            return PARTLY;
        }
        return FAILED;
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
