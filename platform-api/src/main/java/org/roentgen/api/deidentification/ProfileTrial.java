package org.roentgen.api.deidentification;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.roentgen.api.problem.ProblemException;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.MalformedDicomException;
import org.roentgen.dicom.ReadOptions;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.deidentify.Deidentified;
import org.roentgen.dicom.deidentify.Deidentifier;
import org.roentgen.dicom.deidentify.Profiles;
import org.roentgen.dicom.deidentify.PseudonymKey;
import org.roentgen.dicom.deidentify.RefusedException;
import org.roentgen.store.profile.StoredProfile;

/**
 * What a profile would do to a file, without any value; nothing is stored, and the pseudonyms are of a key that is thrown away.
 *
 * @param refused why the file would not pass; empty if it would
 */
public record ProfileTrial(
        String profile,
        int version,
        Optional<String> sopClassUid,
        Optional<String> refused,
        List<TrialAction> actions) {
    private static final int KEY_BYTES = 32;

    /** What happens to one attribute. */
    public record TrialAction(String path, String name, String action) {}

    static ProfileTrial of(StoredProfile stored, InputStream content) throws IOException {
        DicomFile file = read(content);
        Optional<String> sopClass = file.dataSet().string(Tag.SOPClassUID);
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        try {
            Deidentified result = new Deidentifier(
                            Profiles.read(new StringReader(stored.definition())), PseudonymKey.of(key))
                    .apply(file);
            List<TrialAction> actions = result.actions().stream()
                    .map(action -> new TrialAction(
                            action.path(),
                            AttributePaths.name(action.path()),
                            action.action().name()))
                    .toList();
            return new ProfileTrial(stored.name(), stored.version(), sopClass, Optional.empty(), actions);
        } catch (RefusedException e) {
            return new ProfileTrial(
                    stored.name(), stored.version(), sopClass, Optional.of(String.valueOf(e.getMessage())), List.of());
        }
    }

    private static DicomFile read(InputStream content) throws IOException {
        try {
            return DicomFile.read(content, ReadOptions.LENIENT);
        } catch (MalformedDicomException e) {
            throw ProblemException.invalid("The body is not a well-formed DICOM file: " + e.getMessage());
        }
    }
}
