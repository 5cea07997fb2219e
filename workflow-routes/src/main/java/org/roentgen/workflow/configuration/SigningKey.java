package org.roentgen.workflow.configuration;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.roentgen.domain.error.ErrorCode;
import org.roentgen.domain.error.RoentgenException;
import org.roentgen.domain.model.PackageSignature;

/** The public key of this installation's training workers (Ed25519, X.509 PEM). */
@ApplicationScoped
public class SigningKey {
    private static final String PROPERTY = "roentgen.signing.public-key-file";
    private final Optional<Path> file;

    SigningKey(@ConfigProperty(name = PROPERTY) Optional<Path> file) {
        this.file = file;
    }

    /** @throws RoentgenException INTERNAL_ERROR if the file is not configured or is no such key */
    public PublicKey publicKey() {
        if (file.isEmpty()) {
            throw new RoentgenException(
                    ErrorCode.INTERNAL_ERROR, "Set " + PROPERTY + ": without it no model can be registered");
        }
        try {
            return PackageSignature.readPublicKey(file.get());
        } catch (IOException e) {
            throw new RoentgenException(
                    ErrorCode.INTERNAL_ERROR, "Set " + PROPERTY + " to an Ed25519 public key: " + e.getMessage(), e);
        }
    }
}
