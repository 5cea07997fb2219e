package org.roentgen.store.crosswalk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys of the crosswalk, read from a file of one key a line in base64: the first encrypts, all decrypt. Its text form never
 * shows them.
 */
public final class CrosswalkKeys {
    private static final int KEY_BYTES = 32;
    private final String current;
    private final Map<String, SecretKey> keys;

    private CrosswalkKeys(String current, Map<String, SecretKey> keys) {
        this.current = current;
        this.keys = Map.copyOf(keys);
    }

    /** @throws IOException if the file cannot be read or holds no key, or a line that is none */
    public static CrosswalkKeys read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank())
                .toList();
        Map<String, SecretKey> keys = new LinkedHashMap<>();
        for (String line : lines) {
            byte[] key = decode(file, line.strip());
            keys.put(idOf(key), new SecretKeySpec(key, "AES"));
        }
        if (keys.isEmpty()) {
            throw new IOException(file + " holds no key: write " + KEY_BYTES + " random bytes in base64 into it");
        }
        return new CrosswalkKeys(keys.keySet().iterator().next(), keys);
    }

    /** Names the key that encrypts. */
    public String current() {
        return current;
    }

    /** @throws IllegalStateException if the file no longer holds it */
    SecretKey get(String id) {
        SecretKey key = keys.get(id);
        if (key == null) {
            throw new IllegalStateException("The key file of the crosswalk does not hold key " + id + ": put it back");
        }
        return key;
    }

    private static byte[] decode(Path file, String line) throws IOException {
        try {
            byte[] key = Base64.getDecoder().decode(line);
            if (key.length == KEY_BYTES) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            throw new IOException(file + " holds a line that is not base64", e);
        }
        throw new IOException(file + " holds a key that is not of " + KEY_BYTES + " bytes");
    }

    private static String idOf(byte[] key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key);
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "CrosswalkKeys[" + current + "]";
    }
}
