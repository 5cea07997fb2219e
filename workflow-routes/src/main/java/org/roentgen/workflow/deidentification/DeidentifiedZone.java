package org.roentgen.workflow.deidentification;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.deidentify.Deidentified;
import org.roentgen.dicom.deidentify.Deidentifier;
import org.roentgen.dicom.deidentify.PseudonymKey;
import org.roentgen.dicom.deidentify.Pseudonyms;
import org.roentgen.dicom.deidentify.RefusedException;
import org.roentgen.domain.inference.InstanceReference;
import org.roentgen.domain.object.ObjectId;
import org.roentgen.domain.object.ObjectStore;
import org.roentgen.workflow.deidentification.PixelDecisions.PixelDecision;
import org.roentgen.workflow.ingest.Instances;
import org.roentgen.workflow.series.StoredInstance;

/** Puts de-identified copies of instances into the de-identified zone, and what leads back into the crosswalk. */
@ApplicationScoped
class DeidentifiedZone {
    /** A copy; its UIDs are pseudonyms. */
    record Copy(InstanceReference reference, String seriesInstanceUid) {}

    private final Instances originals;
    private final ObjectStore objects;
    private final DeidentificationRecords records;
    private final PixelDecisions decisions;
    private final FacePictures pictures;

    DeidentifiedZone(
            Instances originals,
            @org.roentgen.workflow.configuration.Deidentified ObjectStore objects,
            DeidentificationRecords records,
            PixelDecisions decisions,
            FacePictures pictures) {
        this.originals = originals;
        this.objects = objects;
        this.records = records;
        this.decisions = decisions;
        this.pictures = pictures;
    }

    /**
     * The copy of an instance under a record, made unless it is there.
     *
     * @param treatment asked for its de-identifier only where a copy has to be made
     * @param key that of the de-identifier
     * @throws RefusedException if the instance cannot be de-identified safely
     */
    Copy copy(UUID record, StoredInstance instance, SeriesTreatment treatment, PseudonymKey key) throws IOException {
        Optional<Copy> existing = records.find(record, instance.id());
        if (existing.isPresent() && objects.contains(existing.get().reference().object())) {
            return existing.get();
        }
        Deidentifier deidentifier = treatment.deidentifier();
        DicomFile file = originals.read(instance.object());
        DataSet original = file.dataSet();
        Optional<PixelDecision> decision = decisions.of(instance.id());
        Deidentified deidentified =
                decision.isPresent() ? deidentifier.apply(file, decision.get().regions()) : deidentifier.apply(file);
        DataSet dataSet = deidentified.file().dataSet();
        Copy copy = new Copy(
                new InstanceReference(dataSet.string(Tag.SOPInstanceUID, ""), store(deidentified.file())),
                dataSet.string(Tag.SeriesInstanceUID, ""));
        records.stage(
                record,
                new DeidentificationRecords.Staged(
                        instance.id(),
                        copy,
                        dataSet.string(Tag.StudyInstanceUID, ""),
                        Evidence.of(original, deidentified, key),
                        decision.map(PixelDecision::decidedBy)),
                mappings(original, deidentified, new Pseudonyms(key)));
        return copy;
    }

    /** Throws away what is staged under a record. */
    void discard(UUID record, Map<UUID, Refusal> refused, String cause) {
        try {
            for (ObjectId object : records.discard(record, refused, cause)) {
                objects.delete(object);
            }
            pictures.drop(record);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Crosswalk.Mappings mappings(DataSet original, Deidentified deidentified, Pseudonyms pseudonyms) {
        Map<String, String> uids = new HashMap<>();
        deidentified.uids().forEach(mapping -> uids.put(mapping.pseudonym(), mapping.original()));
        Map<String, String> patients = new HashMap<>();
        original.string(Tag.PatientID)
                .filter(id -> !id.isEmpty())
                .ifPresent(
                        id -> patients.put(pseudonyms.patientId(id, original.string(Tag.IssuerOfPatientID, "")), id));
        Map<String, String> accessions = new HashMap<>();
        original.string(Tag.AccessionNumber)
                .filter(number -> !number.isEmpty())
                .ifPresent(number -> accessions.put(pseudonyms.accessionNumber(number), number));
        return new Crosswalk.Mappings(uids, patients, accessions);
    }

    private ObjectId store(DicomFile file) throws IOException {
        Path part = Files.createTempFile("roentgen-deidentified", ".dcm");
        try {
            try (OutputStream output = Files.newOutputStream(part)) {
                file.write(output);
            }
            return objects.put(part);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
