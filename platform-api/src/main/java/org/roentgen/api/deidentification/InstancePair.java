package org.roentgen.api.deidentification;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
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

    InstanceDifference difference(UUID record, UUID instance) throws IOException {
        Map<String, UUID> ids = Map.of("record", record, "instance", instance);
        InstanceRecord found = queries.first(
                        InstanceRecord.SELECT + " and instance_id = :instance",
                        ids,
                        row -> InstanceRecord.of(row, json))
                .orElseThrow(() -> ProblemException.notFound("instance of this record:", instance));
        String copy = found.objectId()
                .orElseThrow(() -> ProblemException.conflict(
                        "NO_COPY", "Instance " + instance + " was refused: there is no copy to compare"));
        String original = queries.first(
                        "select object_id from instance where id = :id",
                        Map.of("id", instance),
                        row -> row.text("object_id"))
                .orElseThrow(() -> ProblemException.notFound("instance", instance));
        return InstanceDifference.of(found, header(originals, original), header(copies, copy));
    }

    private static DataSet header(ObjectStore store, String object) throws IOException {
        return DicomFile.read(store.file(new ObjectId(object)), HEADER).dataSet();
    }
}
