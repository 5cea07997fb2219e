package org.roentgen.imaging.numpy;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.roentgen.imaging.ImageFormatException;

/** Reads {@code .npz}: a ZIP of {@code .npy} arrays. */
public final class NpzReader {
    private static final String SUFFIX = ".npy";

    private NpzReader() {}

    /**
     * All arrays of a file.
     *
     * @throws ImageFormatException for a file that is not a ZIP, or an array that cannot be read
     */
    public static NpzArrays read(Path file) throws IOException {
        Map<String, NumpyArray> arrays = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (entry.getName().endsWith(SUFFIX)) {
                    String name = entry.getName().substring(0, entry.getName().length() - SUFFIX.length());
                    try (InputStream content = new BufferedInputStream(zip.getInputStream(entry))) {
                        arrays.put(name, NpyReader.read(content, name));
                    }
                }
            }
        } catch (ZipException damaged) {
            throw new ImageFormatException(
                    "%s is not a whole .npz file: %s".formatted(file.getFileName(), damaged.getMessage()));
        }
        return new NpzArrays(arrays);
    }
}
