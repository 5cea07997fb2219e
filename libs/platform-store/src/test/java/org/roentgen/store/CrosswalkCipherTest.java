package org.roentgen.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roentgen.store.crosswalk.CrosswalkCipher;
import org.roentgen.store.crosswalk.SealedOriginal;

class CrosswalkCipherTest {
    @TempDir
    Path folder;

    private Path file;
    private CrosswalkCipher cipher;

    @BeforeEach
    void makeKey() throws IOException {
        file = folder.resolve("crosswalk.key");
        Files.writeString(file, key());
        cipher = new CrosswalkCipher(Optional.of(file));
    }

    @Test
    void whatWasSealedIsReadBackAndLooksDifferentEachTime() {
        SealedOriginal first = cipher.seal("PATIENT_ID", "P1", "SYN-4711 é");
        SealedOriginal second = cipher.seal("PATIENT_ID", "P1", "SYN-4711 é");
        assertThat(cipher.open("PATIENT_ID", "P1", first)).isEqualTo("SYN-4711 é");
        assertThat(first.base64()).isNotEqualTo(second.base64());
        assertThat(new String(Base64.getDecoder().decode(first.base64()), StandardCharsets.ISO_8859_1))
                .doesNotContain("SYN");
    }

    @Test
    void aRowThatWasExchangedOrChangedIsRefused() {
        SealedOriginal sealed = cipher.seal("UID", "2.25.1", "1.2.3");
        assertThatThrownBy(() -> cipher.open("UID", "2.25.2", sealed)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> cipher.open("PATIENT_ID", "2.25.1", sealed)).isInstanceOf(IllegalStateException.class);
        byte[] bytes = Base64.getDecoder().decode(sealed.base64());
        bytes[bytes.length - 1] ^= 1;
        SealedOriginal changed =
                new SealedOriginal(sealed.keyId(), Base64.getEncoder().encodeToString(bytes));
        assertThatThrownBy(() -> cipher.open("UID", "2.25.1", changed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aNewFirstKeyEncryptsAndTheOlderStillDecrypts() throws IOException {
        SealedOriginal old = cipher.seal("UID", "2.25.1", "1.2.3");
        String older = Files.readString(file);
        write(key() + "\n" + older + "\n");
        assertThat(cipher.currentKey()).isNotEqualTo(old.keyId());
        assertThat(cipher.seal("UID", "2.25.1", "1.2.3").keyId()).isEqualTo(cipher.currentKey());
        assertThat(cipher.open("UID", "2.25.1", old)).isEqualTo("1.2.3");
        write(key());
        assertThatThrownBy(() -> cipher.open("UID", "2.25.1", old)).hasMessageContaining(old.keyId());
    }

    @Test
    void aFileWithoutAKeyIsRefused() throws IOException {
        write("\n");
        assertThatThrownBy(cipher::currentKey).hasStackTraceContaining("holds no key");
        write("c2hvcnQ=");
        assertThatThrownBy(cipher::currentKey).hasStackTraceContaining("not of 32 bytes");
        assertThatThrownBy(new CrosswalkCipher(Optional.empty())::currentKey)
                .hasMessageContaining("roentgen.crosswalk.key-file");
    }

    private void write(String content) throws IOException {
        Instant before = Files.getLastModifiedTime(file).toInstant();
        Files.writeString(file, content);
        Files.setLastModifiedTime(file, FileTime.from(before.plusSeconds(1)));
    }

    private static String key() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }
}
