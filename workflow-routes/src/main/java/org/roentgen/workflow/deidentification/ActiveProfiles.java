package org.roentgen.workflow.deidentification;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import org.roentgen.dicom.deidentify.Profile;
import org.roentgen.dicom.deidentify.Profiles;
import org.roentgen.domain.error.ErrorCode;
import org.roentgen.domain.error.RoentgenException;
import org.roentgen.store.profile.ProfileVersions;
import org.roentgen.store.profile.StoredProfile;

/** The profiles that may be used now, by name. */
@ApplicationScoped
class ActiveProfiles {
    /** A version of a profile, as it is stored and as the toolkit reads it. */
    record Active(StoredProfile stored, Profile profile) {}

    private final ProfileVersions versions;

    ActiveProfiles(ProfileVersions versions) {
        this.versions = versions;
    }

    /**
     * The newest approved version.
     *
     * @throws RoentgenException DEIDENTIFICATION_REFUSED if there is none
     */
    Active newest(String name) {
        if (Profiles.NAMES.contains(name) && versions.newest(name).isEmpty()) {
            versions.addBuiltIn(name, Profiles.text(name));
        }
        StoredProfile stored = versions.newest(name)
                .orElseThrow(() -> new RoentgenException(
                        ErrorCode.DEIDENTIFICATION_REFUSED,
                        "No version of a de-identification profile '" + name + "' is approved: make or approve one"));
        try {
            return new Active(stored, Profiles.read(new StringReader(stored.definition())));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Version " + stored.version() + " of profile " + name + " cannot be read any more", e);
        }
    }
}
