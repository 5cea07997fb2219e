package org.roentgen.workflow.deidentification;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.deidentify.Fingerprints;

/** Pseudonyms of institutions: images of one site can be told to be of one, but not of which. */
@ApplicationScoped
public class Sites {
    private static final int DIGITS = 8;
    private static final String INSTITUTION = "(0008,0080)";
    private final Pseudonymization pseudonymization;

    Sites(Pseudonymization pseudonymization) {
        this.pseudonymization = pseudonymization;
    }

    /** Of an original instance; empty where it names no institution. */
    public Optional<String> of(DataSet original) {
        return new Fingerprints(pseudonymization.key(), "site")
                .of(original, INSTITUTION)
                .map(fingerprint -> "site-" + fingerprint.substring(0, DIGITS));
    }
}
