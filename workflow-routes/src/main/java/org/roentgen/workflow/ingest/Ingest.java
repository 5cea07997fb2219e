package org.roentgen.workflow.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import org.apache.camel.Body;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.network.dimse.DimseStatus;
import org.roentgen.dicom.network.service.InstanceSource;
import org.roentgen.domain.archive.InstanceDescriptor;
import org.roentgen.domain.error.ErrorCode;
import org.roentgen.domain.error.RoentgenException;
import org.roentgen.domain.object.ObjectId;
import org.roentgen.domain.object.ObjectStore;
import org.roentgen.store.archive.InstanceArchive;
import org.roentgen.store.archive.Registration;
import org.roentgen.store.entity.Instance.Origin;
import org.roentgen.workflow.configuration.Identified;
import org.roentgen.workflow.database.Sql;

/** Registers arrivals. What cannot be registered is refused with the cause; its bytes stay for the quarantine. */
@ApplicationScoped
public class Ingest {
    private final ObjectStore objects;
    private final Instances instances;
    private final InstanceArchive archive;
    private final Sql sql;

    Ingest(@Identified ObjectStore objects, Instances instances, InstanceArchive archive, Sql sql) {
        this.objects = objects;
        this.instances = instances;
        this.archive = archive;
        this.sql = sql;
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
                if (!hasSameDataSet(descriptor)) {
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

    /** The same instance by another way has other file meta information only: that is no conflict. */
    private boolean hasSameDataSet(InstanceDescriptor descriptor) throws IOException {
        Optional<ObjectId> archived = sql.first(
                "select object_id from instance where sop_instance_uid = ?",
                row -> new ObjectId(row.text("object_id")),
                descriptor.sopInstanceUid());
        if (archived.isEmpty()) {
            return false;
        }
        InstanceSource one = InstanceSource.of(objects.file(archived.get()));
        InstanceSource other = InstanceSource.of(objects.file(descriptor.object()));
        return one.transferSyntaxUid().equals(other.transferSyntaxUid()) && haveEqualContent(one, other);
    }

    private static boolean haveEqualContent(InstanceSource one, InstanceSource other) throws IOException {
        try (InputStream first = one.open();
                InputStream second = other.open()) {
            byte[] firstPart = first.readNBytes(1 << 16);
            while (firstPart.length > 0) {
                if (!Arrays.equals(firstPart, second.readNBytes(1 << 16))) {
                    return false;
                }
                firstPart = first.readNBytes(1 << 16);
            }
            return second.read() < 0;
        }
    }
}
