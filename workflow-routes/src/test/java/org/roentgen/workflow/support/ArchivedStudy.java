package org.roentgen.workflow.support;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.TransferSyntax;
import org.roentgen.dicom.pixel.Transcoder;
import org.roentgen.domain.object.ObjectId;
import org.roentgen.domain.object.ObjectStore;
import org.roentgen.store.archive.InstanceArchive;
import org.roentgen.store.entity.Instance.Origin;
import org.roentgen.workflow.configuration.Identified;
import org.roentgen.workflow.ingest.Instances;

/** Puts studies into the archive as receiving and the pipelines leave them: an RLE slice, two native ones, and a derived SEG. */
@ApplicationScoped
public class ArchivedStudy {
    public static final String SEGMENTATION = "1.2.840.10008.5.1.4.1.1.66.4";
    private static final TransferSyntax RLE = TransferSyntax.of("1.2.840.10008.1.2.5");
    private final ObjectStore objects;
    private final Instances instances;
    private final InstanceArchive archive;

    ArchivedStudy(@Identified ObjectStore objects, Instances instances, InstanceArchive archive) {
        this.objects = objects;
        this.instances = instances;
        this.archive = archive;
    }

    /** What was put there. */
    public record Content(String studyUid, String seriesUid, String segmentationUid, List<DataSet> slices) {}

    /**
     * A study of a patient.
     *
     * @param studyId Study ID, by which tests find their own
     */
    public Content put(String studyId, String patientName, String date) throws IOException {
        MagneticResonance series = new MagneticResonance();
        List<DataSet> slices = List.of(
                slice(series, 0, studyId, patientName, date),
                slice(series, 1, studyId, patientName, date),
                slice(series, 2, studyId, patientName, date));
        for (DataSet slice : slices) {
            DicomFile file = DicomFile.of(slice, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
            register(slice == slices.getFirst() ? Transcoder.transcode(file, RLE) : file, Origin.RECEIVED);
        }
        String segmentation = Fixtures.uid(UUID.randomUUID());
        DataSet derived = slices.getFirst().toBuilder()
                .put(Tag.SOPClassUID, SEGMENTATION)
                .put(Tag.SOPInstanceUID, segmentation)
                .put(Tag.SeriesInstanceUID, Fixtures.uid(UUID.randomUUID()))
                .put(Tag.Modality, "SEG")
                .putIntegers(Tag.SeriesNumber, 99)
                .remove(Tag.RequestAttributesSequence)
                .build();
        register(DicomFile.of(derived, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN), Origin.DERIVED);
        return new Content(series.studyUid, series.seriesUid, segmentation, slices);
    }

    private static DataSet slice(MagneticResonance series, int index, String studyId, String patientName, String date) {
        return series.slice(index)
                .put(Tag.StudyID, studyId)
                .put(Tag.PatientName, patientName)
                .put(Tag.StudyDate, date)
                .putItems(
                        Tag.RequestAttributesSequence,
                        DataSet.builder()
                                .put(Tag.RequestedProcedureID, "RP-" + date)
                                .put(Tag.ScheduledProcedureStepID, "SPS-1")
                                .build())
                .build();
    }

    private void register(DicomFile file, Origin origin) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        file.write(bytes);
        ObjectId object = objects.put(bytes.toByteArray());
        archive.register(instances.describe(instances.read(object), object, bytes.size()), null, origin);
    }
}
