package org.roentgen.domain.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.roentgen.domain.object.ObjectDirectory;
import org.roentgen.domain.object.ObjectId;

final class PackageSignatureTest {
    private static final ObjectId A = new ObjectId("a".repeat(64));
    private static final ObjectId B = new ObjectId("b".repeat(64));
    private final KeyPair keys = pair();
    private final ObjectDirectory signed = new ObjectDirectory(Map.of("model.onnx", A, "manifest.json", B));
    private final byte[] signature = PackageSignature.sign(signed, keys.getPrivate());

    @Test
    void acceptsWhatWasSigned() {
        assertThat(PackageSignature.isValid(signed, signature, keys.getPublic()))
                .isTrue();
    }

    @Test
    void ignoresTheSignatureEntryItself() {
        ObjectDirectory complete = new ObjectDirectory(Map.of("model.onnx", A, "manifest.json", B, "signature", A));
        assertThat(PackageSignature.isValid(complete, signature, keys.getPublic()))
                .isTrue();
    }

    @Test
    void refusesAChangedAMissingAndAnAddedEntry() {
        assertThat(valid(Map.of("model.onnx", B, "manifest.json", B))).isFalse();
        assertThat(valid(Map.of("model.onnx", A))).isFalse();
        assertThat(valid(Map.of("model.onnx", A, "manifest.json", B, "more", A)))
                .isFalse();
    }

    @Test
    void refusesAnotherKeyAndRubbish() {
        assertThat(PackageSignature.isValid(signed, signature, pair().getPublic()))
                .isFalse();
        assertThat(PackageSignature.isValid(signed, new byte[3], keys.getPublic()))
                .isFalse();
    }

    private boolean valid(Map<String, ObjectId> entries) {
        return PackageSignature.isValid(new ObjectDirectory(entries), signature, keys.getPublic());
    }

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
