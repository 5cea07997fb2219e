package org.roentgen.store.crosswalk;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts what pseudonyms stand for with AES-256-GCM under a key of its own. The kind and the pseudonym are authenticated with
 * it, so that no two rows can be exchanged. The key file is read again when it has changed.
 */
@ApplicationScoped
public class CrosswalkCipher {
    private static final String PROPERTY = "roentgen.crosswalk.key-file";
    private static final String ALGORITHM = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final Optional<Path> file;
    private final SecureRandom random = new SecureRandom();
    private @Nullable Loaded loaded;

    private record Loaded(FileTime modified, CrosswalkKeys keys) {}

    public CrosswalkCipher(@ConfigProperty(name = PROPERTY) Optional<Path> file) {
        this.file = file;
    }

    /** Encrypts under the current key. */
    public SealedOriginal seal(String kind, String pseudonym, String original) {
        CrosswalkKeys keys = keys();
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] text = original.getBytes(StandardCharsets.UTF_8);
        byte[] encrypted = run(Cipher.ENCRYPT_MODE, keys.get(keys.current()), nonce, kind + "\0" + pseudonym, text);
        byte[] sealed = new byte[NONCE_BYTES + encrypted.length];
        System.arraycopy(nonce, 0, sealed, 0, NONCE_BYTES);
        System.arraycopy(encrypted, 0, sealed, NONCE_BYTES, encrypted.length);
        return new SealedOriginal(keys.current(), Base64.getEncoder().encodeToString(sealed));
    }

    /** @throws IllegalStateException if it was changed, or its key is no longer in the file */
    public String open(String kind, String pseudonym, SealedOriginal sealed) {
        byte[] bytes = Base64.getMimeDecoder().decode(sealed.base64());
        byte[] nonce = Arrays.copyOf(bytes, NONCE_BYTES);
        byte[] encrypted = Arrays.copyOfRange(bytes, NONCE_BYTES, bytes.length);
        SecretKey key = keys().get(sealed.keyId());
        byte[] original = run(Cipher.DECRYPT_MODE, key, nonce, kind + "\0" + pseudonym, encrypted);
        return new String(original, StandardCharsets.UTF_8);
    }

    /** Names the key that encrypts now. */
    public String currentKey() {
        return keys().current();
    }

    private static byte[] run(int mode, SecretKey key, byte[] nonce, String authenticated, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance(ALGORITHM);
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(authenticated.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("An entry of the crosswalk cannot be read: it or its key was changed", e);
        }
    }

    private synchronized CrosswalkKeys keys() {
        Path path = file.orElseThrow(() -> new IllegalStateException("Set " + PROPERTY + ": the crosswalk has no key"));
        try {
            FileTime modified = Files.getLastModifiedTime(path);
            if (loaded == null || !loaded.modified().equals(modified)) {
                loaded = new Loaded(modified, CrosswalkKeys.read(path));
            }
            return loaded.keys();
        } catch (IOException e) {
            throw new UncheckedIOException(PROPERTY + " " + path + " cannot be read", e);
        }
    }
}
