package org.roentgen.workflow.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.util.Base64;

/** The key pair of the training workers that the tests play. */
public final class TrainingKeys {
    private static final KeyPair PAIR = newPair();

    private TrainingKeys() {}

    public static PrivateKey privateKey() {
        return PAIR.getPrivate();
    }

    public static KeyPair newPair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String writePublicKey(Path folder) throws IOException {
        String encoded = Base64.getMimeEncoder().encodeToString(PAIR.getPublic().getEncoded());
        return Files.writeString(
                        folder.resolve("public.pem"),
                        "-----BEGIN PUBLIC KEY-----\n" + encoded + "\n-----END PUBLIC KEY-----\n")
                .toString();
    }
}
