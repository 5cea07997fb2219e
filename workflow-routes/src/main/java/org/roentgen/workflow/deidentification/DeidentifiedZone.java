package org.roentgen.workflow.deidentification;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.deidentify.Deidentified;
import org.roentgen.dicom.deidentify.Deidentifier;
import org.roentgen.dicom.deidentify.Profile;
import org.roentgen.dicom.deidentify.Pseudonyms;
import org.roentgen.dicom.deidentify.RefusedException;
import org.roentgen.domain.error.ErrorCode;
import org.roentgen.domain.error.RoentgenException;
import org.roentgen.domain.inference.InstanceReference;
import org.roentgen.domain.object.ObjectId;
import org.roentgen.domain.object.ObjectStore;
import org.roentgen.workflow.ingest.Instances;
import org.roentgen.workflow.series.StoredInstance;

/** Puts de-identified copies of instances into the de-identified zone, and what leads back into the crosswalk. */
@ApplicationScoped
class DeidentifiedZone {
    /** A copy; its UIDs are pseudonyms. */
    record Copy(InstanceReference reference, String seriesInstanceUid) {}

    private final Instances originals;
    private final ObjectStore objects;
    private final Crosswalk crosswalk;
    private final Pseudonymization pseudonymization;

    DeidentifiedZone(
            Instances originals,
            @org.roentgen.workflow.configuration.Deidentified ObjectStore objects,
            Crosswalk crosswalk,
            Pseudonymization pseudonymization) {
        this.originals = originals;
        this.objects = objects;
        this.crosswalk = crosswalk;
        this.pseudonymization = pseudonymization;
    }

    /**
     * The copy of an instance, made unless it is there.
     *
     * @throws RoentgenException DEIDENTIFICATION_REFUSED if the instance cannot be de-identified safely: its pixels
     *     may show the patient's identity, say
     */
    Copy copy(StoredInstance instance, Deidentifier deidentifier) throws IOException {
        Profile profile = deidentifier.profile();
        Pseudonyms pseudonyms = new Pseudonyms(pseudonymization.key());
        Optional<Copy> existing = crosswalk.find(pseudonyms.uid(instance.sopInstanceUid()), profile);
        if (existing.isPresent() && objects.contains(existing.get().reference().object())) {
            return existing.get();
        }
        DicomFile original = originals.read(instance.object());
        Deidentified deidentified = apply(deidentifier, original, instance.sopInstanceUid());
        DataSet dataSet = deidentified.file().dataSet();
        Copy copy = new Copy(
                new InstanceReference(dataSet.string(Tag.SOPInstanceUID, ""), store(deidentified.file())),
                dataSet.string(Tag.SeriesInstanceUID, ""));
        crosswalk.add(
                copy,
                dataSet.string(Tag.StudyInstanceUID, ""),
                profile,
                mappings(original.dataSet(), deidentified, pseudonyms));
        return copy;
    }

    private static Deidentified apply(Deidentifier deidentifier, DicomFile original, String sopInstanceUid)
            throws IOException {
        try {
            return deidentifier.apply(original);
        } catch (RefusedException e) {
            throw new RoentgenException(
                    ErrorCode.DEIDENTIFICATION_REFUSED,
                    "Instance " + sopInstanceUid + ": " + e.getMessage()
                            + "; nothing of the series leaves the identified zone",
                    e);
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
