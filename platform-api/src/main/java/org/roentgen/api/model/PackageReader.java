package org.roentgen.api.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.roentgen.api.objects.Deidentified;
import org.roentgen.domain.object.ObjectDirectory;
import org.roentgen.domain.object.ObjectId;
import org.roentgen.domain.object.ObjectStore;

/** Reads model packages. */
@ApplicationScoped
public class PackageReader {
    private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);
    private final ObjectStore objects;
    private final ObjectMapper json;

    PackageReader(@Deidentified ObjectStore objects, ObjectMapper json) {
        this.objects = objects;
        this.json = json;
    }

    /** @throws org.roentgen.domain.object.NoSuchObjectException if the store does not hold the package */
    Optional<JsonNode> json(String packageObjectId, String entry) throws IOException {
        Optional<byte[]> content = bytes(packageObjectId, entry);
        return content.isEmpty() ? Optional.empty() : Optional.of(json.readTree(content.get()));
    }

    Optional<String> text(String packageObjectId, String entry) throws IOException {
        return bytes(packageObjectId, entry).map(content -> new String(content, StandardCharsets.UTF_8));
    }

    Optional<byte[]> bytes(String packageObjectId, String entry) throws IOException {
        ObjectId object = directory(packageObjectId).entries().get(entry);
        return object == null ? Optional.empty() : Optional.of(objects.read(object));
    }

    /** All entries as a zip; equal packages give equal bytes. */
    byte[] zip(String packageObjectId) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, ObjectId> entry :
                    directory(packageObjectId).entries().entrySet()) {
                ZipEntry named = new ZipEntry(entry.getKey());
                named.setTimeLocal(EPOCH);
                zip.putNextEntry(named);
                zip.write(objects.read(entry.getValue()));
            }
        }
        return bytes.toByteArray();
    }

    private ObjectDirectory directory(String packageObjectId) throws IOException {
        return json.readValue(objects.read(new ObjectId(packageObjectId)), ObjectDirectory.class);
    }
}
