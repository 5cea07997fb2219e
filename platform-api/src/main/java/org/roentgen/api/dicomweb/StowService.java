package org.roentgen.api.dicomweb;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roentgen.api.dicomweb.StoreOutcome.Failed;
import org.roentgen.api.dicomweb.StoreOutcome.Stored;
import org.roentgen.api.objects.Identified;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.MalformedDicomException;
import org.roentgen.dicom.ReadOptions;
import org.roentgen.dicom.pixel.InstanceComparison;
import org.roentgen.dicom.pixel.PixelReader;
import org.roentgen.domain.archive.InstanceAttributes;
import org.roentgen.domain.archive.InstanceDescriptor;
import org.roentgen.domain.error.ErrorCode;
import org.roentgen.domain.error.RoentgenException;
import org.roentgen.domain.object.ObjectId;
import org.roentgen.domain.object.ObjectStore;
import org.roentgen.store.archive.InstanceArchive;
import org.roentgen.store.archive.Registration;
import org.roentgen.store.entity.Instance.Origin;
import org.roentgen.store.entity.QuarantineEntry;

/** Takes in one instance: the object is durable first, then its rows. What cannot be taken is kept in quarantine. */
@ApplicationScoped
public class StowService {
    private final ObjectStore objects;
    private final InstanceArchive archive;
    private final EntityManager entities;

    StowService(@Identified ObjectStore objects, InstanceArchive archive, EntityManager entities) {
        this.objects = objects;
        this.archive = archive;
        this.entities = entities;
    }

    /** @param studyUid the study that the request names, if it names one */
    StoreOutcome store(InputStream content, Optional<String> studyUid, UUID source) throws IOException {
        ObjectId object = objects.put(content);
        DicomFile file;
        InstanceDescriptor instance;
        try {
            file = read(object);
            instance = describe(file, object);
        } catch (MalformedDicomException malformed) {
            quarantine(object, ErrorCode.MALFORMED_DICOM, String.valueOf(malformed.getMessage()), null);
            return new Failed(null, null, Failed.CANNOT_UNDERSTAND);
        } catch (RoentgenException refused) {
            quarantine(object, refused.code(), String.valueOf(refused.getMessage()), null);
            return new Failed(null, null, Failed.CANNOT_UNDERSTAND);
        }
        if (studyUid.isPresent() && !studyUid.get().equals(instance.study().studyInstanceUid())) {
            return new Failed(instance.sopClassUid(), instance.sopInstanceUid(), Failed.DATA_SET_DOES_NOT_MATCH);
        }
        Registration registration = archive.register(instance, source, Origin.RECEIVED);
        if (registration.outcome() == Registration.Outcome.CONFLICT && !isArchived(file, registration)) {
            quarantine(
                    object,
                    ErrorCode.CONFLICTING_INSTANCE,
                    "The archive has other content under SOP Instance UID " + instance.sopInstanceUid()
                            + ", its series in another study, or its study with another patient",
                    instance);
            return new Failed(instance.sopClassUid(), instance.sopInstanceUid(), Failed.DUPLICATE_SOP_INSTANCE);
        }
        return new Stored(
                instance.study().studyInstanceUid(),
                instance.series().seriesInstanceUid(),
                instance.sopClassUid(),
                instance.sopInstanceUid());
    }

    private DicomFile read(ObjectId object) throws IOException {
        DicomFile file = DicomFile.read(objects.file(object), ReadOptions.LENIENT);
        if (file.isTruncated()) {
            throw new RoentgenException(
                    ErrorCode.MALFORMED_DICOM, "The instance ends inside an element: it is truncated, send it again");
        }
        return file;
    }

    private InstanceDescriptor describe(DicomFile file, ObjectId object) throws IOException {
        return new Attributes(file.dataSet())
                .describe(
                        file.meta().transferSyntax().uid(),
                        PixelReader.canRead(file),
                        object,
                        Files.size(objects.file(object)));
    }

    private record Attributes(DataSet dataSet) implements InstanceAttributes {
        @Override
        public Optional<String> text(int tag) {
            return Optional.of(String.join("\\", dataSet.strings(tag))).filter(text -> !text.isEmpty());
        }

        @Override
        public List<InstanceAttributes> items(int tag) {
            return dataSet.items(tag).stream()
                    .<InstanceAttributes>map(Attributes::new)
                    .toList();
        }
    }

    /** The same instance by another way comes encoded otherwise: that is no conflict. */
    private boolean isArchived(DicomFile file, Registration registration) throws IOException {
        return registration.archived().isPresent()
                && InstanceComparison.isSame(file, read(registration.archived().get()));
    }

    @Transactional
    void quarantine(ObjectId object, ErrorCode code, String message, @Nullable InstanceDescriptor instance) {
        entities.persist(new QuarantineEntry(
                "stow",
                object.value(),
                instance == null ? null : instance.sopInstanceUid(),
                instance == null ? null : instance.study().studyInstanceUid(),
                code,
                message));
    }
}
