package org.roentgen.objectstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roentgen.domain.object.ObjectId;
import org.roentgen.domain.object.ObjectStore;

class FileObjectStoreTest extends ObjectStoreContract {
    @TempDir
    Path folder;

    @Override
    ObjectStore open() throws IOException {
        return ObjectStores.open(folder.resolve("missing/store").toUri().toString());
    }

    @Test
    void objectsAreReadOnlyFilesForTheOwnerAndGroup() throws IOException {
        Path file = open().file(open().put(new byte[] {1}));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("r--r-----");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwxr-x---");
    }

    @Test
    void leavesNoTemporaryFiles() throws IOException {
        ObjectId id = open().put(new byte[] {1});
        open().put(new byte[] {1});
        open().setReference("name", id);
        try (Stream<Path> left = Files.list(incoming())) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void removesWhatCrashedWritersLeftButNotWhatIsBeingWritten() throws IOException {
        open();
        Path old = Files.write(incoming().resolve("old"), new byte[1]);
        Path fresh = Files.write(incoming().resolve("fresh"), new byte[1]);
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
        open();
        assertThat(old).doesNotExist();
        assertThat(fresh).exists();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "folder", "file:folder", "http://example.org/", "s3 bucket"})
    void refusesAddressesOfAnotherForm(String address) {
        assertThatThrownBy(() -> ObjectStores.open(address))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + address + "'")
                .hasMessageContaining("file:/absolute/path");
    }

    private Path incoming() {
        return folder.resolve("missing/store/incoming");
    }
}
