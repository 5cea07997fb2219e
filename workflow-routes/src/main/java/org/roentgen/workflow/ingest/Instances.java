package org.roentgen.workflow.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Optional;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.MalformedDicomException;
import org.roentgen.dicom.ReadOptions;
import org.roentgen.dicom.Repair;
import org.roentgen.dicom.Rule;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.TransferSyntax;
import org.roentgen.domain.archive.InstanceDescriptor;
import org.roentgen.domain.error.ErrorCode;
import org.roentgen.domain.error.RoentgenException;
import org.roentgen.domain.object.ObjectId;
import org.roentgen.domain.object.ObjectStore;
import org.roentgen.workflow.configuration.Identified;

/** Reads stored instances and says what the archive must know of them. */
@ApplicationScoped
public class Instances {
    private final ObjectStore objects;
    private final Decoders decoders;

    Instances(@Identified ObjectStore objects, Decoders decoders) {
        this.objects = objects;
        this.decoders = decoders;
    }

    /**
     * Reads the whole instance, so that a truncated one is noticed; its pixels stay on disk.
     *
     * @throws RoentgenException MALFORMED_DICOM
     */
    public DicomFile read(ObjectId object) throws IOException {
        try {
            DicomFile file = DicomFile.read(objects.file(object), ReadOptions.LENIENT);
            refuseTruncated(file);
            return file;
        } catch (MalformedDicomException e) {
            throw new RoentgenException(
                    ErrorCode.MALFORMED_DICOM, "Not a well-formed DICOM instance: " + e.getMessage(), e);
        }
    }

    /** A reader may go on with what is there; an archive must not answer success for it. */
    private static void refuseTruncated(DicomFile file) {
        for (Repair repair : file.repairs()) {
            if (repair.rule() == Rule.TRUNCATED) {
                throw new RoentgenException(
                        ErrorCode.MALFORMED_DICOM,
                        "The instance ends inside an element: it is truncated, send it again");
            }
        }
    }

    /** @throws RoentgenException MALFORMED_DICOM if a UID that the archive needs is missing */
    public InstanceDescriptor describe(DicomFile file, ObjectId object, long size) {
        DataSet dataSet = file.dataSet();
        TransferSyntax syntax = file.meta().transferSyntax();
        return new InstanceDescriptor(
                patient(dataSet),
                study(dataSet),
                series(dataSet),
                uid(dataSet, Tag.SOPInstanceUID, "SOP Instance UID (0008,0018)"),
                uid(dataSet, Tag.SOPClassUID, "SOP Class UID (0008,0016)"),
                syntax.uid(),
                integer(dataSet, Tag.InstanceNumber),
                integer(dataSet, Tag.Rows),
                integer(dataSet, Tag.Columns),
                Math.max(1, dataSet.integer(Tag.NumberOfFrames, 1)),
                decoders.canDecode(dataSet, syntax),
                object,
                size);
    }

    private static InstanceDescriptor.PatientDescriptor patient(DataSet dataSet) {
        return new InstanceDescriptor.PatientDescriptor(
                dataSet.string(Tag.PatientID, ""),
                dataSet.string(Tag.IssuerOfPatientID, ""),
                dataSet.string(Tag.PatientName, ""),
                dataSet.string(Tag.PatientBirthDate, ""),
                dataSet.string(Tag.PatientSex, ""));
    }

    private static InstanceDescriptor.StudyDescriptor study(DataSet dataSet) {
        return new InstanceDescriptor.StudyDescriptor(
                uid(dataSet, Tag.StudyInstanceUID, "Study Instance UID (0020,000D)"),
                dataSet.string(Tag.StudyID, ""),
                dataSet.string(Tag.AccessionNumber, ""),
                dataSet.string(Tag.StudyDate, ""),
                dataSet.string(Tag.StudyTime, ""),
                dataSet.string(Tag.StudyDescription, ""),
                dataSet.string(Tag.ReferringPhysicianName, ""));
    }

    private static InstanceDescriptor.SeriesDescriptor series(DataSet dataSet) {
        return new InstanceDescriptor.SeriesDescriptor(
                uid(dataSet, Tag.SeriesInstanceUID, "Series Instance UID (0020,000E)"),
                dataSet.string(Tag.Modality, ""),
                integer(dataSet, Tag.SeriesNumber),
                dataSet.string(Tag.SeriesDescription, ""),
                dataSet.string(Tag.BodyPartExamined, ""),
                dataSet.string(Tag.FrameOfReferenceUID, ""));
    }

    private static String uid(DataSet dataSet, int tag, String name) {
        return dataSet.string(tag)
                .filter(uid -> !uid.isBlank())
                .orElseThrow(() -> new RoentgenException(
                        ErrorCode.MALFORMED_DICOM, name + " is missing: the sender must state it (PS3.5 9)"));
    }

    private static Optional<Integer> integer(DataSet dataSet, int tag) {
        return dataSet.integer(tag).stream().boxed().findFirst();
    }
}
