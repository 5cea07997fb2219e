package org.roentgen.api.release;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.roentgen.api.Json;
import org.roentgen.api.objects.Deidentified;
import org.roentgen.api.problem.ProblemException;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.ReadOptions;
import org.roentgen.dicom.Tag;
import org.roentgen.domain.dataset.DatasetCase;
import org.roentgen.domain.dataset.DatasetManifest;
import org.roentgen.domain.object.ObjectId;
import org.roentgen.domain.object.ObjectStore;
import org.roentgen.store.query.Queries;

/** Reads the de-identified headers that the cases of a data set version were made from. */
@ApplicationScoped
class Headers {
    private static final ReadOptions HEADER = ReadOptions.LENIENT.stopBefore(Tag.PixelData);

    private final Queries queries;
    private final Json json;
    private final ObjectStore objects;

    Headers(Queries queries, Json json, @Deidentified ObjectStore objects) {
        this.queries = queries;
        this.json = json;
        this.objects = objects;
    }

    /** A case whose header was found. */
    record CaseHeader(String patient, DataSet dataSet) {}

    DatasetManifest manifest(UUID version) throws IOException {
        ObjectId manifest = queries.first(
                        "select manifest_object_id from dataset_version where id = :id",
                        Map.of("id", version),
                        row -> new ObjectId(row.text("manifest_object_id")))
                .orElseThrow(() -> ProblemException.notFound("dataset version", version));
        return json.read(new String(objects.read(manifest), StandardCharsets.UTF_8), DatasetManifest.class);
    }

    /** Of each case the header of its first instance; cases of another origin than the archive have none. */
    List<CaseHeader> read(DatasetManifest manifest) throws IOException {
        List<CaseHeader> headers = new ArrayList<>();
        for (DatasetCase one : manifest.cases()) {
            Optional<ObjectId> copy = copy(one.id());
            if (copy.isPresent() && objects.contains(copy.get())) {
                headers.add(new CaseHeader(
                        one.patient(),
                        DicomFile.read(objects.file(copy.get()), HEADER).dataSet()));
            }
        }
        return headers;
    }

    private Optional<ObjectId> copy(String pseudonymousSeriesUid) {
        return queries.first("""
                select object_id from deidentified_instance
                where pseudonymous_series_instance_uid = :series and released order by created_at desc limit 1
                """, Map.of("series", pseudonymousSeriesUid), row -> new ObjectId(row.text("object_id")));
    }
}
