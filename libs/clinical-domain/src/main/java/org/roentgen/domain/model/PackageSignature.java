package org.roentgen.domain.model;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.roentgen.domain.error.ErrorCode;
import org.roentgen.domain.error.RoentgenException;
import org.roentgen.domain.object.ObjectDirectory;

/**
 * The Ed25519 signature (RFC 8032) of a model package: over the UTF-8 lines {@code name SP objectId LF} of all entries but the
 * signature itself, in name order. Since an object's id is the digest of its content, it covers every byte of the package.
 */
public final class PackageSignature {
    private static final String ALGORITHM = "Ed25519";

    private PackageSignature() {}

    /** @return 64 bytes */
    public static byte[] sign(ObjectDirectory entries, PrivateKey key) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(signedContent(entries));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new RoentgenException(ErrorCode.INTERNAL_ERROR, "The model package cannot be signed: " + e, e);
        }
    }

    /** Whether the signature was made by the owner of the key over exactly these entries. */
    public static boolean isValid(ObjectDirectory entries, byte[] signed, PublicKey key) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(key);
            signature.update(signedContent(entries));
            return signature.verify(signed);
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }

    /** Reads a PKCS #8 PEM file. */
    public static PrivateKey readPrivateKey(Path pem) throws IOException {
        try {
            return KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(decode(pem)));
        } catch (GeneralSecurityException e) {
            throw new IOException(pem + " holds no Ed25519 private key in PKCS #8 PEM form", e);
        }
    }

    /** Reads an X.509 SubjectPublicKeyInfo PEM file. */
    public static PublicKey readPublicKey(Path pem) throws IOException {
        try {
            return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(decode(pem)));
        } catch (GeneralSecurityException e) {
            throw new IOException(pem + " holds no Ed25519 public key in PEM form", e);
        }
    }

    private static byte[] decode(Path pem) throws IOException {
        String body = Files.readString(pem).replaceAll("-----[A-Z ]+-----", "");
        try {
            return Base64.getMimeDecoder().decode(body);
        } catch (IllegalArgumentException e) {
            throw new IOException(pem + " is not a PEM file", e);
        }
    }

    private static byte[] signedContent(ObjectDirectory entries) {
        StringBuilder lines = new StringBuilder();
        entries.entries().forEach((name, id) -> {
            if (!name.equals(ModelPackage.SIGNATURE)) {
                lines.append(name).append(' ').append(id).append('\n');
            }
        });
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }
}
