package org.roentgen.workflow.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import org.apache.camel.Body;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.network.dimse.DimseStatus;
import org.roentgen.dicom.pixel.InstanceComparison;
import org.roentgen.domain.archive.InstanceDescriptor;
import org.roentgen.domain.error.ErrorCode;
import org.roentgen.domain.error.RoentgenException;
import org.roentgen.store.archive.InstanceArchive;
import org.roentgen.store.archive.Registration;
import org.roentgen.store.entity.Instance.Origin;

/** Registers arrivals. What cannot be registered is refused with the cause; its bytes stay for the quarantine. */
@ApplicationScoped
public class Ingest {
    private final Instances instances;
    private final InstanceArchive archive;

    Ingest(Instances instances, InstanceArchive archive) {
        this.instances = instances;
        this.archive = archive;
    }

    /**
     * Reads, checks and registers; the sender may be told of success when this returns.
     *
     * @throws RoentgenException MALFORMED_DICOM or CONFLICTING_INSTANCE
     */
    public DimseStatus register(@Body Arrival arrival) throws IOException {
        DicomFile file = instances.read(arrival.object());
        arrival.announced().ifPresent(announced -> checkAnnounced(file.dataSet(), announced));
        InstanceDescriptor descriptor = instances.describe(file, arrival.object(), arrival.size());
        Registration registration =
                archive.register(descriptor, arrival.sourceId().orElse(null), Origin.RECEIVED);
        return switch (registration.outcome()) {
            case STORED, DUPLICATE -> DimseStatus.SUCCESS;
            case CONFLICT -> {
                if (!isArchived(file, registration)) {
                    throw new RoentgenException(
                            ErrorCode.CONFLICTING_INSTANCE,
                            "The archive has other content under SOP Instance UID " + descriptor.sopInstanceUid()
                                    + ", or its series or study under another study or patient: discard this one, or"
                                    + " correct it at its source and send it with a new UID");
                }
                yield DimseStatus.SUCCESS;
            }
        };
    }

    private static void checkAnnounced(DataSet dataSet, Arrival.Announced announced) {
        if (!dataSet.string(Tag.SOPInstanceUID, "").equals(announced.sopInstanceUid())
                || !dataSet.string(Tag.SOPClassUID, "").equals(announced.sopClassUid())) {
            throw new RoentgenException(
                    ErrorCode.MALFORMED_DICOM,
                    "SOP Class or Instance UID of the data set is not that of the C-STORE request (PS3.4 B.2)");
        }
    }

    /** The same instance by another way comes encoded otherwise: that is no conflict. */
    private boolean isArchived(DicomFile file, Registration registration) throws IOException {
        return registration.archived().isPresent()
                && InstanceComparison.isSame(
                        file, instances.read(registration.archived().get()));
    }
}
