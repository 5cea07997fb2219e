package org.roentgen.api.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.roentgen.api.objects.Deidentified;
import org.roentgen.domain.object.ObjectDirectory;
import org.roentgen.domain.object.ObjectId;
import org.roentgen.domain.object.ObjectStore;

/** Reads the texts of a model package. */
@ApplicationScoped
public class PackageReader {
    private final ObjectStore objects;
    private final ObjectMapper json;

    PackageReader(@Deidentified ObjectStore objects, ObjectMapper json) {
        this.objects = objects;
        this.json = json;
    }

    /** @throws org.roentgen.domain.object.NoSuchObjectException if the store does not hold the package */
    Optional<JsonNode> json(String packageObjectId, String entry) throws IOException {
        Optional<ObjectId> object = entry(packageObjectId, entry);
        return object.isEmpty() ? Optional.empty() : Optional.of(json.readTree(objects.read(object.get())));
    }

    Optional<String> text(String packageObjectId, String entry) throws IOException {
        Optional<ObjectId> object = entry(packageObjectId, entry);
        return object.isEmpty()
                ? Optional.empty()
                : Optional.of(new String(objects.read(object.get()), StandardCharsets.UTF_8));
    }

    private Optional<ObjectId> entry(String packageObjectId, String entry) throws IOException {
        ObjectDirectory directory = json.readValue(objects.read(new ObjectId(packageObjectId)), ObjectDirectory.class);
        return Optional.ofNullable(directory.entries().get(entry));
    }
}
