package org.roentgen.dicom.deidentify;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** The tables of this package: lines of text, {@code #} before comments. */
public final class TableLines {
    private TableLines() {}

    /** Hands over each line that holds data. */
    public static void forEach(String name, Consumer<String> consumer) {
        try (InputStream stream = TableLines.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("table " + name + " is not in the jar");
            }
            new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(consumer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
