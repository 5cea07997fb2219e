package org.roentgen.dicom.deidentify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The secret on which pseudonyms depend: that of an installation, or one derived from it for a project. Its text form never shows it. */
public final class PseudonymKey {
    private static final int LEAST_BYTES = 16;
    private static final int DERIVED_BYTES = 32;
    private static final String ALGORITHM = "HmacSHA256";
    private static final String DERIVATION = "HKDF-SHA256";

    private final byte[] bytes;
    private final Mac prototype;

    private PseudonymKey(byte[] bytes) {
        this.bytes = bytes.clone();
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

    /**
     * The key of a project, from which neither this one nor another project's can be computed: HKDF-SHA256 (RFC 5869) without
     * salt, with {@code "pseudonym key" NUL project NUL version} as its context. The first version of {@link
     * Profile#DEFAULT_PROJECT} is this key itself.
     *
     * @param version counts the changes of the project's key, from 1
     */
    public PseudonymKey of(String project, int version) {
        if (version < 1) {
            throw new IllegalArgumentException("version " + version + " of a key does not exist: they count from 1");
        }
        if (version == 1 && project.equals(Profile.DEFAULT_PROJECT)) {
            return this;
        }
        byte[] context = ("pseudonym key\0" + project + "\0" + version).getBytes(StandardCharsets.UTF_8);
        try {
            return new PseudonymKey(KDF.getInstance(DERIVATION)
                    .deriveData(HKDFParameterSpec.ofExtract().addIKM(bytes).thenExpand(context, DERIVED_BYTES)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK lacks " + DERIVATION, e);
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
