package org.roentgen.workflow.deidentification;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.roentgen.dicom.deidentify.PseudonymKey;
import org.roentgen.domain.error.ErrorCode;
import org.roentgen.domain.error.RoentgenException;

/** The key of all pseudonyms of this installation. */
@ApplicationScoped
class Pseudonymization {
    private static final String PROPERTY = "roentgen.pseudonym.key-file";
    private final Optional<Path> file;

    Pseudonymization(@ConfigProperty(name = PROPERTY) Optional<Path> file) {
        this.file = file;
    }

    /** @throws RoentgenException INTERNAL_ERROR if the key file is not configured or cannot be read */
    PseudonymKey key() {
        if (file.isEmpty()) {
            throw new RoentgenException(
                    ErrorCode.INTERNAL_ERROR, "Set " + PROPERTY + ": without it nothing can be de-identified");
        }
        try {
            return PseudonymKey.read(file.get());
        } catch (IOException e) {
            throw new RoentgenException(ErrorCode.INTERNAL_ERROR, PROPERTY + ": " + e.getMessage(), e);
        }
    }
}
