package org.roentgen.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;

/** The key files of a stack: the Ed25519 pair that signs model packages, the key of the pseudonyms, and that of the crosswalk. */
public record KeyFiles(Path signingPrivate, Path signingPublic, Path pseudonym, Path crosswalk) {
    /** The keys in this folder, generated where absent and never replaced. */
    public static KeyFiles in(Path folder) {
        KeyFiles files = new KeyFiles(
                folder.resolve("signing-private.pem"),
                folder.resolve("signing-public.pem"),
                folder.resolve("pseudonym.key"),
                folder.resolve("crosswalk.key"));
        if (!Files.exists(files.signingPublic)) {
            files.generateSigningPair();
        }
        for (Path symmetric : List.of(files.pseudonym, files.crosswalk)) {
            if (!Files.exists(symmetric)) {
                Secrets.writePrivately(symmetric, newKey().getBytes(StandardCharsets.US_ASCII));
            }
        }
        return files;
    }

    /** A new first key of the crosswalk; the one before stays, to read with, and older ones go. */
    void addCrosswalkKey() {
        try {
            String before = Files.readAllLines(crosswalk).getFirst();
            Secrets.writePrivately(crosswalk, (newKey() + "\n" + before + "\n").getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + crosswalk, e);
        }
    }

    private static String newKey() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
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
