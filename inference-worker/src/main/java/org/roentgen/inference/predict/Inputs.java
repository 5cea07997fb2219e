package org.roentgen.inference.predict;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.roentgen.imaging.Volume;
import org.roentgen.imaging.nifti.NiftiReader;
import org.roentgen.imaging.raster.RasterReader;

/** Finds the inputs under a path, in the order of their names. */
final class Inputs {
    private Inputs() {}

    /**
     * The inputs under a path.
     *
     * @param volumes whether the model takes a DICOM series as one volume
     * @param array the array of an {@code .npz} to take
     * @throws PredictException when there is none, when there are several kinds, or when an archive or series cannot be read
     */
    static List<Input> find(Path path, boolean volumes, Optional<String> array, PrintStream err)
            throws PredictException {
        Map<InputKind, List<Path>> files = files(path);
        if (files.size() > 1) {
            throw new PredictException(path + ": holds files of several kinds ("
                    + files.entrySet().stream()
                            .map(entry -> entry.getValue().size() + " of "
                                    + entry.getKey().label())
                            .collect(Collectors.joining(", "))
                    + "); give a folder with those of one");
        }
        if (files.isEmpty()) {
            throw new PredictException(path + ": holds no DICOM, NIfTI, .npz, PNG or JPEG file");
        }
        Map.Entry<InputKind, List<Path>> only = files.entrySet().iterator().next();
        return switch (only.getKey()) {
            case NIFTI -> each(only, path, file -> List.of(NiftiReader.readAll(file)));
            case PICTURE -> each(only, path, file -> List.of(List.of(RasterReader.read(file))));
            case NPZ -> NpzInputs.of(only.getValue(), array);
            case DICOM -> SeriesInputs.of(only.getValue(), volumes, err);
        };
    }

    private static Map<InputKind, List<Path>> files(Path path) throws PredictException {
        Map<InputKind, List<Path>> files = new TreeMap<>();
        try (Stream<Path> tree = Files.walk(path)) {
            for (Path file : tree.filter(Files::isRegularFile).sorted().toList()) {
                InputKind.of(file).ifPresent(kind -> files.computeIfAbsent(kind, ignored -> new ArrayList<>())
                        .add(file));
            }
        } catch (IOException | UncheckedIOException e) {
            throw new PredictException(path + ": cannot be read: " + e.getMessage(), e);
        }
        return files;
    }

    /** Reads one file. */
    @FunctionalInterface
    private interface FileReader {
        List<List<Volume>> read(Path file) throws IOException;
    }

    private static List<Input> each(Map.Entry<InputKind, List<Path>> files, Path given, FileReader reader) {
        List<Input> inputs = new ArrayList<>();
        for (Path file : files.getValue()) {
            Path relative = file.equals(given) ? file.getFileName() : given.relativize(file);
            inputs.add(new Input(files.getKey().stem(relative), () -> reader.read(file)));
        }
        return inputs;
    }
}
