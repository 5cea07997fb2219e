package org.roentgen.imaging.numpy;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes {@code .npz} files of unsigned bytes, the form of the MedMNIST sets. The same input gives the same bytes. */
public final class NpzWriter implements AutoCloseable {
    private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final ZipOutputStream zip;

    public NpzWriter(Path file) throws IOException {
        zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
    }

    /** Adds an array in C order. */
    public void add(String name, List<Integer> shape, byte[] values) throws IOException {
        long expected = shape.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
        if (expected != values.length) {
            throw new IllegalArgumentException(
                    "Array '%s' of shape %s needs %d values, not %d".formatted(name, shape, expected, values.length));
        }
        ZipEntry entry = new ZipEntry(name + ".npy");
        entry.setTimeLocal(EPOCH);
        zip.putNextEntry(entry);
        zip.write(header(shape));
        zip.write(values);
        zip.closeEntry();
    }

    private static byte[] header(List<Integer> shape) {
        String sizes = shape.stream().map(size -> size + ",").collect(Collectors.joining(" "));
        String text = "{'descr': '|u1', 'fortran_order': False, 'shape': (%s), }".formatted(sizes);
        int padding = 63 - (10 + text.length()) % 64;
        String padded = text + " ".repeat(padding) + "\n";
        String start = "\u0093NUMPY\u0001\u0000" + (char) (padded.length() & 0xff) + (char) (padded.length() >> 8);
        return (start + padded).getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
