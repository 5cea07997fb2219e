package org.roentgen.domain.object;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Immutable objects named by their content, and named references to them. One store per zone: a worker is given only the
 * de-identified one. Safe for use by many threads and processes.
 */
public interface ObjectStore {
    /** Stores the content; when this returns it is durable (fsync or the store's equal). Storing it twice is no error. */
    ObjectId put(InputStream content) throws IOException;

    default ObjectId put(byte[] content) throws IOException {
        return put(new ByteArrayInputStream(content));
    }

    /** Stores a copy of the file's content. */
    default ObjectId put(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            return put(content);
        }
    }

    /** @throws NoSuchObjectException if there is none */
    InputStream open(ObjectId id) throws IOException;

    default byte[] read(ObjectId id) throws IOException {
        try (InputStream content = open(id)) {
            return content.readAllBytes();
        }
    }

    /** The object as a local, read-only file, fetched into a cache where the store is remote. */
    Path file(ObjectId id) throws IOException;

    boolean contains(ObjectId id) throws IOException;

    void delete(ObjectId id) throws IOException;

    /** Points a name (segments of letters, digits, '-', '_', '.' joined by '/') at an object, atomically and durably. */
    void setReference(String name, ObjectId target) throws IOException;

    Optional<ObjectId> reference(String name) throws IOException;
}
