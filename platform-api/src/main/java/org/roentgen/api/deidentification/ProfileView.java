package org.roentgen.api.deidentification;

import java.util.List;
import java.util.Optional;

/**
 * A profile with its versions, newest first.
 *
 * @param builtIn it comes with the platform and is not changed
 * @param usedVersion the version that pipelines use now; empty where none is approved
 */
public record ProfileView(
        String name, boolean builtIn, Optional<Integer> usedVersion, List<ProfileVersionView> versions) {
    static ProfileView of(String name, boolean builtIn, List<ProfileVersionView> versions) {
        Optional<Integer> used = versions.stream()
                .filter(version -> version.state() == ProfileVersionView.State.APPROVED)
                .map(ProfileVersionView::version)
                .findFirst();
        return new ProfileView(name, builtIn, used, versions);
    }
}
