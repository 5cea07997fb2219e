package org.roentgen.training.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.roentgen.domain.model.ModelPackage;

/** The entries of a model package in a zip file. */
record PackageZip(Map<String, byte[]> entries) {
    private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);

    /** @throws ExportException when the file is no zip of a model package */
    static PackageZip read(Path file) throws ExportException {
        Map<String, byte[]> entries = new TreeMap<>();
        try (InputStream content = Files.newInputStream(file);
                ZipInputStream zip = new ZipInputStream(content)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new ExportException(file + ": the model package cannot be read: " + e.getMessage(), e);
        }
        if (!entries.containsKey(ModelPackage.MODEL) || !entries.containsKey(ModelPackage.MANIFEST)) {
            throw new ExportException(file + ": no model package, it needs " + ModelPackage.MODEL + " and "
                    + ModelPackage.MANIFEST + "; ./roentgen model export writes one");
        }
        return new PackageZip(entries);
    }

    byte[] entry(String name) {
        return entries.getOrDefault(name, new byte[0]);
    }

    void write(Path file) throws IOException {
        Files.write(file, bytes());
    }

    /** The zip; equal packages give equal bytes. */
    byte[] bytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : new TreeMap<>(entries).entrySet()) {
                ZipEntry named = new ZipEntry(entry.getKey());
                named.setTimeLocal(EPOCH);
                zip.putNextEntry(named);
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
