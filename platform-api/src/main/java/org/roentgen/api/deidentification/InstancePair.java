package org.roentgen.api.deidentification;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.roentgen.api.Json;
import org.roentgen.api.objects.Deidentified;
import org.roentgen.api.objects.Identified;
import org.roentgen.api.problem.ProblemException;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.ReadOptions;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.pixel.PixelReader;
import org.roentgen.dicom.pixel.Renderer;
import org.roentgen.dicom.pixel.UnreadablePixelsException;
import org.roentgen.domain.object.ObjectId;
import org.roentgen.domain.object.ObjectStore;
import org.roentgen.store.query.Queries;

/** Reads an original and its copy, to be looked at side by side. */
@ApplicationScoped
class InstancePair {
    private static final ReadOptions HEADER = ReadOptions.LENIENT.stopBefore(Tag.PixelData);

    private final Queries queries;
    private final Json json;
    private final ObjectStore originals;
    private final ObjectStore copies;

    InstancePair(Queries queries, Json json, @Identified ObjectStore originals, @Deidentified ObjectStore copies) {
        this.queries = queries;
        this.json = json;
        this.originals = originals;
        this.copies = copies;
    }

    /** Which of the two. */
    public enum Side {
        ORIGINAL,
        COPY
    }

    InstanceDifference difference(UUID record, UUID instance) throws IOException {
        InstanceRecord found = found(record, instance);
        return InstanceDifference.of(found, header(originals, original(instance)), header(copies, copy(found)));
    }

    /**
     * A frame as a picture, at its full size.
     *
     * @param frame from 1
     */
    byte[] picture(UUID record, UUID instance, Side side, int frame) throws IOException {
        InstanceRecord found = found(record, instance);
        Path file = side == Side.COPY
                ? copies.file(new ObjectId(copy(found)))
                : originals.file(new ObjectId(original(instance)));
        try {
            PixelReader pixels = PixelReader.of(DicomFile.read(file, ReadOptions.LENIENT));
            if (frame < 1 || frame > pixels.frames()) {
                throw ProblemException.invalid("frame " + frame + " must be from 1 to " + pixels.frames());
            }
            return new Renderer(pixels).render(frame - 1, null).toPng();
        } catch (UnreadablePixelsException e) {
            throw ProblemException.conflict(
                    "UNREADABLE_PIXELS", "The pixels of instance " + instance + " cannot be shown: " + e.getMessage());
        }
    }

    private InstanceRecord found(UUID record, UUID instance) {
        return queries.first(
                        InstanceRecord.SELECT + " and instance_id = :instance",
                        Map.of("record", record, "instance", instance),
                        row -> InstanceRecord.of(row, json))
                .orElseThrow(() -> ProblemException.notFound("instance of this record:", instance));
    }

    private static String copy(InstanceRecord found) {
        return found.objectId()
                .orElseThrow(() -> ProblemException.conflict(
                        "NO_COPY", "Instance " + found.instanceId() + " was refused: there is no copy to compare"));
    }

    private String original(UUID instance) {
        return queries.first(
                        "select object_id from instance where id = :id",
                        Map.of("id", instance),
                        row -> row.text("object_id"))
                .orElseThrow(() -> ProblemException.notFound("instance", instance));
    }

    private static DataSet header(ObjectStore store, String object) throws IOException {
        return DicomFile.read(store.file(new ObjectId(object)), HEADER).dataSet();
    }
}
