package org.roentgen.local;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** The key files of a stack: the Ed25519 pair that signs model packages, and the key of the pseudonyms. */
public record KeyFiles(Path signingPrivate, Path signingPublic, Path pseudonym) {
    /** The keys in this folder, generated where absent and never replaced. */
    public static KeyFiles in(Path folder) {
        KeyFiles files = new KeyFiles(
                folder.resolve("signing-private.pem"),
                folder.resolve("signing-public.pem"),
                folder.resolve("pseudonym.key"));
        if (!Files.exists(files.signingPublic)) {
            files.generateSigningPair();
        }
        if (!Files.exists(files.pseudonym)) {
            byte[] key = new byte[32];
            new SecureRandom().nextBytes(key);
            Secrets.writePrivately(
                    files.pseudonym, Base64.getEncoder().encodeToString(key).getBytes(StandardCharsets.US_ASCII));
        }
        return files;
    }

    private void generateSigningPair() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            Secrets.writePrivately(
                    signingPrivate, pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
            Secrets.writePrivately(
                    signingPublic, pem("PUBLIC KEY", pair.getPublic().getEncoded()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] pem(String label, byte[] der) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return ("-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n")
                .getBytes(StandardCharsets.US_ASCII);
    }
}
