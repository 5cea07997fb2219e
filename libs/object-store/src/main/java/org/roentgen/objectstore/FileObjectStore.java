package org.roentgen.objectstore;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.roentgen.domain.object.NoSuchObjectException;
import org.roentgen.domain.object.ObjectId;
import org.roentgen.domain.object.ObjectStore;

/**
 * Objects as read-only files in a folder: {@code objects/ab/cd/<sha-256>}, references as files of one id in
 * {@code references/}. A write goes to {@code incoming/}, is synchronised, moved into place atomically, and its folder is
 * synchronised; so readers, in this process or another, see an object whole or not at all, also after a power failure.
 */
public final class FileObjectStore implements ObjectStore {
    private static final Duration ABANDONED = Duration.ofDays(1);

    private final DurableFiles files = new DurableFiles();
    private final Path objects;
    private final Path references;
    private final Path incoming;

    /** Opens the store in a folder, which is created if needed, and removes what crashed writers left a day ago or more. */
    public FileObjectStore(Path folder) throws IOException {
        Path root = folder.toAbsolutePath().normalize();
        this.objects = root.resolve("objects");
        this.references = root.resolve("references");
        this.incoming = root.resolve("incoming");
        files.createFolder(objects);
        files.createFolder(references);
        files.createFolder(incoming);
        removeAbandoned();
    }

    @Override
    public ObjectId put(InputStream content) throws IOException {
        Path temporary = incoming.resolve(UUID.randomUUID().toString());
        try {
            ObjectId id = write(content, temporary);
            Path target = path(id);
            if (Files.exists(target)) {
                // its writer may not have synchronised the folder yet
                DurableFiles.synchroniseFolderOf(target);
            } else {
                files.publish(temporary, target);
            }
            return id;
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    @Override
    public InputStream open(ObjectId id) throws IOException {
        try {
            return Files.newInputStream(path(id));
        } catch (NoSuchFileException _) {
            throw new NoSuchObjectException(id);
        }
    }

    @Override
    public Path file(ObjectId id) throws IOException {
        Path path = path(id);
        if (!Files.exists(path)) {
            throw new NoSuchObjectException(id);
        }
        return path;
    }

    @Override
    public boolean contains(ObjectId id) {
        return Files.exists(path(id));
    }

    @Override
    public void delete(ObjectId id) throws IOException {
        Path path = path(id);
        if (Files.deleteIfExists(path)) {
            DurableFiles.synchroniseFolderOf(path);
        }
    }

    @Override
    public void setReference(String name, ObjectId target) throws IOException {
        Path path = references.resolve(ReferenceNames.path(name));
        Path temporary = incoming.resolve(UUID.randomUUID().toString());
        try {
            try (FileChannel channel = create(temporary)) {
                channel.write(StandardCharsets.US_ASCII.encode(target.value()));
                channel.force(true);
            }
            files.publish(temporary, path);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    @Override
    public Optional<ObjectId> reference(String name) throws IOException {
        try {
            return Optional.of(new ObjectId(Files.readString(references.resolve(ReferenceNames.path(name)))));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
    }

    private static ObjectId write(InputStream content, Path temporary) throws IOException {
        try (FileChannel channel = create(temporary)) {
            ObjectId id = Digests.copy(content, channel);
            channel.force(true);
            return id;
        }
    }

    private static FileChannel create(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    private Path path(ObjectId id) {
        String name = id.value();
        return objects.resolve(name.substring(0, 2))
                .resolve(name.substring(2, 4))
                .resolve(name);
    }

    private void removeAbandoned() throws IOException {
        Instant limit = Instant.now().minus(ABANDONED);
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(incoming)) {
            for (Path leftover : leftovers) {
                try {
                    if (Files.getLastModifiedTime(leftover).toInstant().isBefore(limit)) {
                        Files.deleteIfExists(leftover);
                    }
                } catch (NoSuchFileException _) {
                    // its writer has just moved it into place
                }
            }
        }
    }
}
