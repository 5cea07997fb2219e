package org.roentgen.objectstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roentgen.domain.object.NoSuchObjectException;
import org.roentgen.domain.object.ObjectId;
import org.roentgen.domain.object.ObjectStore;

/** What every object store does; a subclass says which. */
abstract class ObjectStoreContract {
    private static final ObjectId ABC =
            new ObjectId("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    private static final ObjectId EMPTY =
            new ObjectId("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");

    /** The same store each time it is called within a test, as another process would open it. */
    abstract ObjectStore open() throws IOException;

    @Test
    void namesObjectsByTheSha256OfTheirContent() throws IOException {
        assertThat(open().put(ascii("abc"))).isEqualTo(ABC);
        assertThat(open().put(new byte[0])).isEqualTo(EMPTY);
    }

    @Test
    void givesBackWhatWasPut() throws IOException {
        byte[] content = new byte[3_000_001];
        new Random(1).nextBytes(content);
        ObjectId id = open().put(content);
        assertThat(open().read(id)).isEqualTo(content);
        assertThat(Files.readAllBytes(open().file(id))).isEqualTo(content);
    }

    @Test
    void putsFiles(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("file"), ascii("abc"));
        assertThat(open().put(file)).isEqualTo(ABC);
        assertThat(file).exists();
    }

    @Test
    void puttingTwiceIsNoError() throws IOException {
        open().put(ascii("abc"));
        assertThat(open().put(ascii("abc"))).isEqualTo(ABC);
        assertThat(open().read(ABC)).isEqualTo(ascii("abc"));
    }

    @Test
    void namesTheObjectThatIsMissing() throws IOException {
        assertThat(open().contains(ABC)).isFalse();
        assertThatThrownBy(() -> open().open(ABC))
                .isInstanceOf(NoSuchObjectException.class)
                .hasMessageContaining(ABC.value());
        assertThatThrownBy(() -> open().file(ABC)).isInstanceOf(NoSuchObjectException.class);
    }

    @Test
    void deletes() throws IOException {
        open().put(ascii("abc"));
        open().delete(ABC);
        open().delete(ABC);
        assertThat(open().contains(ABC)).isFalse();
    }

    @Test
    void leavesNothingOfAContentThatBreaksOff() throws Exception {
        InputStream breaking = new InputStream() {
            private int left = 100_000;

            @Override
            public int read() throws IOException {
                if (left-- <= 0) {
                    throw new IOException("the sender hung up");
                }
                return 'x';
            }
        };
        assertThatThrownBy(() -> open().put(breaking)).hasMessage("the sender hung up");
        assertThat(open().contains(sha256(ascii("x".repeat(100_000))))).isFalse();
    }

    @Test
    void referencesPointAtTheLastTarget() throws IOException {
        ObjectStore store = open();
        assertThat(store.reference("training-runs/1/checkpoint")).isEmpty();
        store.setReference("training-runs/1/checkpoint", ABC);
        store.setReference("training-runs/1", EMPTY);
        store.setReference("training-runs/1/checkpoint", EMPTY);
        store.setReference("training-runs/1/checkpoint", ABC);
        assertThat(open().reference("training-runs/1/checkpoint")).contains(ABC);
        assertThat(open().reference("training-runs/1")).contains(EMPTY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "a/", "/a", "a//b", "..", "a/../b", ".", "a b", "a\\b", "ä"})
    void refusesReferenceNamesOfAnotherForm(String name) throws IOException {
        ObjectStore store = open();
        assertThatThrownBy(() -> store.setReference(name, ABC))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + name + "'");
        assertThatThrownBy(() -> store.reference(name)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void writersOfTheSameAndOfOtherContentDoNotDisturbEachOther() throws Exception {
        List<Future<ObjectId>> puts = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 64; i++) {
                byte[] content = ascii("content " + i % 8);
                puts.add(threads.submit(() -> {
                    ObjectStore store = open();
                    ObjectId id = store.put(new ByteArrayInputStream(content));
                    assertThat(store.read(id)).isEqualTo(content);
                    store.setReference("last", id);
                    assertThat(store.reference("last")).isPresent();
                    return id;
                }));
            }
        }
        List<ObjectId> ids = new ArrayList<>();
        for (Future<ObjectId> put : puts) {
            ids.add(put.get());
        }
        assertThat(ids.stream().distinct()).hasSize(8);
    }

    private static ObjectId sha256(byte[] content) throws Exception {
        return new ObjectId(
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content)));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
