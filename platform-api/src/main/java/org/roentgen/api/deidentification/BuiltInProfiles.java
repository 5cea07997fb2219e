package org.roentgen.api.deidentification;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.roentgen.dicom.deidentify.Profiles;
import org.roentgen.store.profile.ProfileVersions;

/** Makes the profiles of the toolkit rows like all others. */
@Singleton
final class BuiltInProfiles {
    private final ProfileVersions versions;

    BuiltInProfiles(ProfileVersions versions) {
        this.versions = versions;
    }

    void add(@Observes StartupEvent started) {
        Profiles.NAMES.forEach(name -> versions.addBuiltIn(name, Profiles.text(name)));
    }
}
