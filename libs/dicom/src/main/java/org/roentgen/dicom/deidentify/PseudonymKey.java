package org.roentgen.dicom.deidentify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The secret on which all pseudonyms of a project depend. Its text form never shows it. */
public final class PseudonymKey {
    private static final int LEAST_BYTES = 16;
    private static final String ALGORITHM = "HmacSHA256";

    private final Mac prototype;

    private PseudonymKey(byte[] bytes) {
        try {
            prototype = Mac.getInstance(ALGORITHM);
            prototype.init(new SecretKeySpec(bytes, ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK lacks " + ALGORITHM, e);
        }
    }

    /**
     * A key of at least 16 bytes, which should come from a cryptographic random generator.
     *
     * @throws IllegalArgumentException if it is shorter
     */
    public static PseudonymKey of(byte[] bytes) {
        if (bytes.length < LEAST_BYTES) {
            throw new IllegalArgumentException("a key of " + bytes.length + " bytes is too short: " + LEAST_BYTES
                    + " are the least, 32 random ones are good");
        }
        return new PseudonymKey(bytes);
    }

    /** Reads a key file: hexadecimal digits, or raw bytes. */
    public static PseudonymKey read(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        String text = new String(bytes, StandardCharsets.ISO_8859_1).strip();
        boolean isHex = text.length() % 2 == 0 && text.matches("[0-9A-Fa-f]{32,}");
        try {
            return of(isHex ? HexFormat.of().parseHex(text) : bytes);
        } catch (IllegalArgumentException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    /** A fresh function under this key; it is not safe for use by several threads. */
    Mac mac() {
        try {
            return (Mac) prototype.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("this JDK cannot copy " + ALGORITHM, e);
        }
    }

    @Override
    public String toString() {
        return "PseudonymKey";
    }
}
