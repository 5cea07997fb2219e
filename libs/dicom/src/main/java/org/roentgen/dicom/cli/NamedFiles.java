package org.roentgen.dicom.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The files that a command line names, directories opened.
 *
 * @param paths each file; those of a directory in the order of their paths
 * @param directories true if a directory was named: work goes on behind a bad file
 */
record NamedFiles(List<Path> paths, boolean directories) {
    NamedFiles {
        paths = List.copyOf(paths);
    }

    /**
     * @throws UsageException if there is no name
     * @throws IOException if a directory cannot be listed
     */
    static NamedFiles of(List<String> names) throws IOException {
        if (names.isEmpty()) {
            throw new UsageException("at least one FILE is needed");
        }
        List<Path> paths = new ArrayList<>();
        boolean directories = false;
        for (String name : names) {
            Path path = Path.of(name);
            if (Files.isDirectory(path)) {
                directories = true;
                addTree(path, paths);
            } else {
                paths.add(path);
            }
        }
        return new NamedFiles(paths, directories);
    }

    private static void addTree(Path directory, List<Path> paths) throws IOException {
        try (Stream<Path> tree = Files.walk(directory)) {
            tree.filter(Files::isRegularFile).sorted().forEach(paths::add);
        } catch (UncheckedIOException e) {
            throw Objects.requireNonNull(e.getCause());
        }
    }
}
