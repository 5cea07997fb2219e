package org.roentgen.workflow.deidentification;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.roentgen.dicom.deidentify.Fingerprints;
import org.roentgen.dicom.deidentify.Profile;
import org.roentgen.dicom.deidentify.PseudonymKey;
import org.roentgen.domain.error.ErrorCode;
import org.roentgen.domain.error.RoentgenException;
import org.roentgen.store.profile.ProjectKeys;
import org.roentgen.workflow.database.Sql;

/** The key of the pseudonyms of this installation, and those that are derived from it for projects. */
@ApplicationScoped
class Pseudonymization {
    private static final String PROPERTY = "roentgen.pseudonym.key-file";
    private final Optional<Path> file;
    private final ProjectKeys versions;
    private final Sql sql;

    Pseudonymization(@ConfigProperty(name = PROPERTY) Optional<Path> file, ProjectKeys versions, Sql sql) {
        this.file = file;
        this.versions = versions;
        this.sql = sql;
    }

    /**
     * The key of a project as it is now.
     *
     * @param version counts its changes, from 1
     */
    record ProjectKey(String project, int version, PseudonymKey key) {}

    /** @throws RoentgenException INTERNAL_ERROR if the key file is not there, or pseudonyms of this version were made from another */
    ProjectKey key(Profile profile) {
        int version = versions.version(profile.project());
        PseudonymKey key = key().of(profile.project(), version);
        refuseAnother(profile.project(), version, Fingerprints.keyId(key));
        return new ProjectKey(profile.project(), version, key);
    }

    /** A key file that was exchanged would give the same patient a second pseudonym without a trace. */
    private void refuseAnother(String project, int version, String keyId) {
        sql.first("""
                        select key_id from (
                            (select key_id from deidentification_record where project = ? and key_version = ?
                                order by key_id limit 1)
                            union all
                            (select key_id from deidentification_record where project = ? and key_version = ?
                                order by key_id desc limit 1)) ends
                        where key_id <> ? limit 1
                        """, row -> row.text("key_id"), project, version, project, version, keyId)
                .ifPresent(former -> {
                    throw new RoentgenException(
                            ErrorCode.INTERNAL_ERROR,
                            "The file of " + PROPERTY + " is not the one from which version " + version
                                    + " of the key of project '" + project + "' was derived (its check value is "
                                    + keyId
                                    + ", that of earlier pseudonyms " + former
                                    + "): put the former file back, or give the project a"
                                    + " new version of its key with './roentgen pseudonyms rotate'");
                });
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
