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
import org.roentgen.dicom.deidentify.Option;
import org.roentgen.dicom.deidentify.Profile;
import org.roentgen.dicom.deidentify.Profiles;
import org.roentgen.dicom.deidentify.PseudonymKey;
import org.roentgen.dicom.deidentify.RefusedException;
import org.roentgen.dicom.deidentify.face.FaceMasks;
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
    private static final String ONE_FILE =
            "This profile takes faces out of CT and MR of the head, and this file is one, or does not say"
                    + " that it shows another part of the body. A face is found in the whole series: one file of single images cannot be tried."
                    + " Try a file of another part of the body or an enhanced multi-frame file of a whole head, or de-identify a study and look"
                    + " at the picture of the face in its record. What was found: ";

    /** What happens to one attribute. */
    public record TrialAction(String path, String name, String action) {}

    static ProfileTrial of(StoredProfile stored, InputStream content) throws IOException {
        DicomFile file = read(content);
        Optional<String> sopClass = file.dataSet().string(Tag.SOPClassUID);
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        Profile profile = Profiles.read(new StringReader(stored.definition()));
        FaceMasks faces = new FaceMasks();
        boolean takesFaces =
                profile.has(Option.CLEAN_RECOGNIZABLE_VISUAL_FEATURES) && FaceMasks.mayShowFace(file.dataSet());
        if (takesFaces) {
            faces.complete(faces.look(List.of(() -> file)));
        }
        try {
            Deidentified result = new Deidentifier(profile, PseudonymKey.of(key), faces).apply(file);
            List<TrialAction> actions = result.actions().stream()
                    .map(action -> new TrialAction(
                            action.path(),
                            AttributePaths.name(action.path()),
                            action.action().name()))
                    .toList();
            return new ProfileTrial(stored.name(), stored.version(), sopClass, Optional.empty(), actions);
        } catch (RefusedException e) {
            String reason = String.valueOf(e.getMessage());
            boolean isForFace = takesFaces && reason.startsWith(Option.CLEAN_RECOGNIZABLE_VISUAL_FEATURES.name());
            return new ProfileTrial(
                    stored.name(),
                    stored.version(),
                    sopClass,
                    Optional.of(isForFace ? ONE_FILE + reason : reason),
                    List.of());
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
