package org.roentgen.dicom.validate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads the tables that lie beside this class. */
final class Tables {
    private Tables() {}

    /** The lines that are neither empty nor comments. */
    static List<String> lines(String name) {
        try (InputStream stream = Tables.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException(
                        "table " + name + " is not in the jar: run the generator and build again");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
