package org.roentgen.dicom.deidentify;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.FileMeta;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.Tags;
import org.roentgen.dicom.deidentify.burnedin.Box;
import org.roentgen.dicom.deidentify.burnedin.Cleaned;
import org.roentgen.dicom.deidentify.burnedin.PixelCleaner;
import org.roentgen.dicom.deidentify.face.FaceMasks;

/**
 * De-identifies instances by a profile under a key. Pseudonyms depend on nothing but the original and the key, so that
 * references between instances stay intact whatever the order. Safe for use by several threads.
 */
public final class Deidentifier {
    private static final int MOST_CLEANERS = 64;

    /** What is done to the pixels of an image. */
    private interface Cleaning {
        Cleaned of(DicomFile image) throws IOException;
    }

    private final Profile profile;
    private final PseudonymKey key;
    private final FaceMasks faces;
    private final ActionResolver resolver;
    private final Map<PatientIdentifiers, TextCleaner> cleaners = new ConcurrentHashMap<>();
    private final Map<String, String> pseudonymsInUse = new ConcurrentHashMap<>();

    /** For images of heads a profile that takes faces away refuses: their series must have been looked at. */
    public Deidentifier(Profile profile, PseudonymKey key) {
        this(profile, key, FaceMasks.none());
    }

    /** @param faces the faces of the series that are de-identified, where the profile takes them away */
    public Deidentifier(Profile profile, PseudonymKey key, FaceMasks faces) {
        this.faces = faces;
        this.profile = profile;
        this.key = key;
        this.resolver = new ActionResolver(profile);
    }

    /** The profile in force. */
    public Profile profile() {
        return profile;
    }

    /**
     * De-identifies one instance: preamble and file meta information are made anew, the data set is treated at every
     * level, and what the standard wants to be said about it is added (PS3.15 section E.1.1).
     *
     * @throws RefusedException if the file is none that can be treated; it must not pass
     * @throws DoubtfulPixelsException if only a person can say what in its pixels has to go
     * @throws IOException if its pixels cannot be read
     * @throws java.io.UncheckedIOException if a value on disk cannot be read
     */
    public Deidentified apply(DicomFile file) throws IOException {
        return apply(file, PixelCleaner::clean);
    }

    /**
     * De-identifies an image of which a person has decided what is blanked in every frame; its pixels are not looked at again.
     *
     * @throws RefusedException if the file is none that can be treated; it must not pass
     */
    public Deidentified apply(DicomFile file, List<Box> decided) throws IOException {
        return apply(file, image -> PixelCleaner.blank(image, decided));
    }

    private Deidentified apply(DicomFile file, Cleaning cleaning) throws IOException {
        refuse(file);
        Pseudonyms pseudonyms = new Pseudonyms(key, pseudonymsInUse);
        List<AttributeAction> actions = new ArrayList<>();
        Cleaned cleaned = clean(withoutFace(withoutLeftovers(file, actions), actions), cleaning, actions);
        DataSet original = cleaned.file().dataSet();
        InstanceContext context = InstanceContext.of(original, pseudonyms, cleaner(original));
        DataSet treated = new DataSetTreatment(resolver, context, pseudonyms, actions).treat(original);
        DataSet complete = Statements.add(named(treated, context, actions), profile, actions);
        FileMeta meta = FileMeta.of(
                complete.string(Tag.SOPClassUID, ""),
                complete.string(Tag.SOPInstanceUID, ""),
                cleaned.file().meta().transferSyntax());
        List<UidMapping> uids = pseudonyms.replaced().entrySet().stream()
                .map(entry -> new UidMapping(entry.getKey(), entry.getValue()))
                .toList();
        return new Deidentified(new DicomFile(meta, complete), actions, uids, cleaned.blanked());
    }

    /** An instance without a Patient ID gets the pseudonym too, so that a second run knows the first one. */
    private static DataSet named(DataSet treated, InstanceContext context, List<AttributeAction> actions) {
        if (treated.contains(Tag.PatientID) || !treated.contains(Tag.StudyInstanceUID)) {
            return treated;
        }
        actions.add(new AttributeAction(Tags.format(Tag.PatientID), Action.ADD));
        return treated.toBuilder()
                .put(Tag.PatientID, context.patientPseudonym())
                .build();
    }

    private static DicomFile withoutLeftovers(DicomFile file, List<AttributeAction> actions) throws IOException {
        DicomFile bare = PixelLeftovers.remove(file);
        if (bare != file) {
            actions.add(new AttributeAction(Tags.format(Tag.PixelData), Action.CLEAN_PIXELS));
        }
        return bare;
    }

    private DicomFile withoutFace(DicomFile file, List<AttributeAction> actions) throws IOException {
        if (!profile.has(Option.CLEAN_RECOGNIZABLE_VISUAL_FEATURES)) {
            return file;
        }
        FaceMasks.Faceless faceless = faces.remove(file);
        if (faceless.file() != file) {
            actions.add(new AttributeAction(Tags.format(Tag.RecognizableVisualFeatures), Action.ADD));
        }
        if (faceless.isTouched() && actions.stream().noneMatch(action -> action.action() == Action.CLEAN_PIXELS)) {
            actions.add(new AttributeAction(Tags.format(Tag.PixelData), Action.CLEAN_PIXELS));
        }
        return faceless.file();
    }

    /** Text in pixels goes before the attributes that describe the image do. */
    private Cleaned clean(DicomFile file, Cleaning cleaning, List<AttributeAction> actions) throws IOException {
        if (!profile.has(Option.CLEAN_PIXEL_DATA) || !PixelCleaner.isImage(file.dataSet())) {
            return new Cleaned(file, List.of(), List.of());
        }
        Cleaned cleaned = cleaning.of(file);
        if (cleaned.isChanged() && actions.stream().noneMatch(action -> action.action() == Action.CLEAN_PIXELS)) {
            actions.add(new AttributeAction(Tags.format(Tag.PixelData), Action.CLEAN_PIXELS));
        }
        actions.add(new AttributeAction(Tags.format(Tag.BurnedInAnnotation), Action.ADD));
        DataSet said = cleaned.file().dataSet().toBuilder()
                .put(Tag.BurnedInAnnotation, "NO")
                .build();
        return new Cleaned(new DicomFile(cleaned.file().meta(), said), cleaned.blanked(), cleaned.keptRegions());
    }

    /** The instances of a patient mostly name the same people, so that they share a cleaner. */
    private TextCleaner cleaner(DataSet dataSet) {
        if (cleaners.size() > MOST_CLEANERS) {
            cleaners.clear();
        }
        return cleaners.computeIfAbsent(
                PatientIdentifiers.of(dataSet),
                identifiers -> new TextCleaner(identifiers, profile.has(Option.RETAIN_PATIENT_CHARACTERISTICS)));
    }

    private void refuse(DicomFile file) throws RefusedException {
        boolean isBurnedIn = file.dataSet().string(Tag.BurnedInAnnotation, "").equals("YES");
        if (isBurnedIn && !profile.has(Option.CLEAN_PIXEL_DATA)) {
            throw new RefusedException("(0028,0301) says that text is burned into the pixels, which profile "
                    + profile.name() + " does not clean: use one with CLEAN_PIXEL_DATA, such as basic+pixels");
        }
        if (file.dataSet().contains(Tag.DirectoryRecordSequence)) {
            throw new RefusedException("a DICOMDIR lists files that become others: make a new one of them");
        }
        if (file.dataSet().string(Tag.SOPInstanceUID).isEmpty()) {
            throw new RefusedException("there is no SOP Instance UID, so that nothing could refer to the result");
        }
        if (file.isTruncated()) {
            throw new RefusedException("the file is cut off");
        }
    }
}
