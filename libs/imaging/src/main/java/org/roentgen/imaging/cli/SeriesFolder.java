package org.roentgen.imaging.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.ReadOptions;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.cli.CommandFiles;
import org.roentgen.dicom.pixel.PixelDescription;

/**
 * The images of the one series in a directory tree.
 *
 * @param instances in the order of their paths
 * @param unreadable how many files are no DICOM files
 */
record SeriesFolder(List<DicomFile> instances, int unreadable) {
    SeriesFolder {
        instances = List.copyOf(instances);
    }

    /**
     * Reads a directory. Objects without pixels, such as a DICOMDIR, are left out; files that cannot be read are named on standard
     * error.
     *
     * @throws IOException if there is no image, images of more than one series, or an image that holds several slices as tiles
     */
    static SeriesFolder read(Path directory, PrintStream err) throws IOException {
        Map<String, List<DicomFile>> series = new LinkedHashMap<>();
        int unreadable = 0;
        for (Path path : files(directory)) {
            try {
                DicomFile file = CommandFiles.read(path, ReadOptions.LENIENT, err);
                if (PixelDescription.isPresent(file.dataSet())) {
                    series.computeIfAbsent(
                                    file.dataSet().string(Tag.SeriesInstanceUID, "(none)"), uid -> new ArrayList<>())
                            .add(file);
                }
            } catch (IOException e) {
                unreadable++;
                err.println("roentgen dicom volume: " + e.getMessage());
            }
        }
        if (series.isEmpty()) {
            throw new IOException(directory + ": no DICOM image found");
        }
        if (series.size() > 1) {
            throw new IOException(directory + ": images of " + series.size() + " series (" + summary(series)
                    + "), where those of one are needed");
        }
        List<DicomFile> instances = series.values().iterator().next();
        refuseMosaics(directory, instances);
        return new SeriesFolder(instances, unreadable);
    }

    /** Siemens writes the slices of a volume as tiles of one image; its position is not that of the slices. */
    private static void refuseMosaics(Path directory, List<DicomFile> instances) throws IOException {
        if (instances.stream()
                .anyMatch(image -> image.dataSet().strings(Tag.ImageType).contains("MOSAIC"))) {
            throw new IOException(
                    directory + ": Image Type says MOSAIC, slices as tiles of one image; convert the series to one"
                            + " image per slice first");
        }
    }

    private static String summary(Map<String, List<DicomFile>> series) {
        String shown = String.join(
                ", ",
                series.entrySet().stream()
                        .limit(4)
                        .map(entry -> entry.getKey() + ": " + entry.getValue().size())
                        .toList());
        return shown + (series.size() > 4 ? ", ..." : "");
    }

    private static List<Path> files(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            throw new IOException(directory + ": no such directory");
        }
        try (Stream<Path> tree = Files.walk(directory)) {
            return tree.filter(Files::isRegularFile).sorted().toList();
        } catch (UncheckedIOException e) {
            throw Objects.requireNonNull(e.getCause());
        }
    }
}
