package org.roentgen.dicom.pixel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/** The reference values that travel with the conformance files. */
final class ConformanceManifest {
    /** One file with its reference values by column name. */
    record Entry(Path file, Map<String, String> values) {
        String get(String column) {
            return values.getOrDefault(column, "");
        }

        @Override
        public String toString() {
            return get("path");
        }
    }

    private static final String COMMA_OUTSIDE_QUOTES = ",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)";

    private ConformanceManifest() {}

    /** The folder of the set; the calling test is skipped where it is absent. */
    static Path folder() {
        Path shared = Path.of(System.getProperty("roentgen.shared", "../../../shared"));
        Path folder = shared.resolve("data/dicom-conformance");
        Assumptions.assumeTrue(
                Files.isRegularFile(folder.resolve("MANIFEST.csv")),
                "no conformance set at " + folder + ": set -Droentgen.shared");
        return folder;
    }

    static List<Entry> entries() throws IOException {
        Path folder = folder();
        List<String> lines = Files.readAllLines(folder.resolve("MANIFEST.csv"));
        String[] columns = lines.getFirst().split(",", -1);
        return lines.stream()
                .skip(1)
                .map(line -> {
                    String[] cells = line.split(COMMA_OUTSIDE_QUOTES, -1);
                    Map<String, String> values = new HashMap<>();
                    for (int i = 0; i < columns.length; i++) {
                        values.put(columns[i], cells[i]);
                    }
                    return new Entry(folder.resolve(cells[0]), values);
                })
                .filter(entry -> !entry.get("pixel_sha256").isEmpty()
                        || !entry.get("px_mean").isEmpty())
                .toList();
    }
}
