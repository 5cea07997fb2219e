package org.roentgen.workflow.deidentification;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.deidentify.Fingerprints;

/** Pseudonyms of institutions: images of one site can be told to be of one within a project, but not of which. */
@ApplicationScoped
public class Sites {
    private static final int DIGITS = 8;
    private static final String INSTITUTION = "(0008,0080)";
    private final Pseudonymization pseudonymization;
    private final ActiveProfiles profiles;

    Sites(Pseudonymization pseudonymization, ActiveProfiles profiles) {
        this.pseudonymization = pseudonymization;
        this.profiles = profiles;
    }

    /**
     * Of an original instance, under the key of the profile's project; empty where it names no institution.
     *
     * @param profileName its newest approved version tells the project
     */
    public Optional<String> of(DataSet original, String profileName) {
        return new Fingerprints(
                        pseudonymization
                                .key(profiles.newest(profileName).profile())
                                .key(),
                        "site")
                .of(original, INSTITUTION)
                .map(fingerprint -> "site-" + fingerprint.substring(0, DIGITS));
    }
}
