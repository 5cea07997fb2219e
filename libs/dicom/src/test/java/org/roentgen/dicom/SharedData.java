package org.roentgen.dicom;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The folder of real images that lies beside the checkout of developers. */
public final class SharedData {
    private SharedData() {}

    /** All files of a folder there; the test is skipped where it is absent. */
    public static List<Path> files(String folder) throws IOException {
        Path root = Path.of(System.getProperty("roentgen.shared", "../shared"), "data", folder);
        Assumptions.assumeTrue(Files.isDirectory(root), () -> "skipped: no folder " + root);
        try (Stream<Path> tree = Files.walk(root)) {
            return tree.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
