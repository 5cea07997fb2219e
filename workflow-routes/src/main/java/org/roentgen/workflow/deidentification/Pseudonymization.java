package org.roentgen.workflow.deidentification;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.roentgen.dicom.deidentify.Profile;
import org.roentgen.dicom.deidentify.PseudonymKey;
import org.roentgen.domain.error.ErrorCode;
import org.roentgen.domain.error.RoentgenException;
import org.roentgen.store.profile.ProjectKeys;

/** The key of the pseudonyms of this installation, and those that are derived from it for projects. */
@ApplicationScoped
class Pseudonymization {
    private static final String PROPERTY = "roentgen.pseudonym.key-file";
    private final Optional<Path> file;
    private final ProjectKeys versions;

    Pseudonymization(@ConfigProperty(name = PROPERTY) Optional<Path> file, ProjectKeys versions) {
        this.file = file;
        this.versions = versions;
    }

    /**
     * The key of a project as it is now.
     *
     * @param version counts its changes, from 1
     */
    record ProjectKey(String project, int version, PseudonymKey key) {}

    ProjectKey key(Profile profile) {
        int version = versions.version(profile.project());
        return new ProjectKey(profile.project(), version, key().of(profile.project(), version));
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
