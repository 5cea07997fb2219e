package org.roentgen.api.dataset;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.roentgen.api.Json;
import org.roentgen.api.Page;
import org.roentgen.api.Roles;
import org.roentgen.api.objects.Deidentified;
import org.roentgen.api.problem.ProblemException;
import org.roentgen.domain.dataset.Task;
import org.roentgen.domain.object.ObjectId;
import org.roentgen.domain.object.ObjectStore;
import org.roentgen.store.query.Queries;

/** Data sets and their versions. */
@Path("/api/v1")
@RolesAllowed({Roles.DATA_SCIENTIST, Roles.ADMIN})
public class DatasetResource {
    private final Queries queries;
    private final Json json;
    private final ObjectStore objects;

    DatasetResource(Queries queries, Json json, @Deidentified ObjectStore objects) {
        this.queries = queries;
        this.json = json;
        this.objects = objects;
    }

    @GET
    @Path("/datasets")
    public Page<DatasetView> list() {
        List<DatasetVersionView> versions = queries.list(
                DatasetVersionView.SELECT + "order by v.version desc",
                Map.of(),
                row -> DatasetVersionView.of(row, json));
        return Page.of(queries.list("select id, name, task from dataset order by name", Map.of(), row -> {
            String name = row.text("name");
            return new DatasetView(
                    row.uuid("id"),
                    name,
                    row.constant("task", Task.class),
                    versions.stream()
                            .filter(version -> version.datasetName().equals(name))
                            .toList());
        }));
    }

    @GET
    @Path("/dataset-versions/{id}")
    public DatasetVersionView version(UUID id) {
        return queries.first(
                        DatasetVersionView.SELECT + "where v.id = :id",
                        Map.of("id", id),
                        row -> DatasetVersionView.of(row, json))
                .orElseThrow(() -> ProblemException.notFound("dataset version", id));
    }

    /** What may be wrong with the data: duplicates, leaks between splits, mirrored images, doubtful labels. */
    @GET
    @Path("/dataset-versions/{id}/quality")
    public QualityView quality(UUID id) throws IOException {
        String object = queries.first(
                        "select quality_object_id from dataset_version where id = :id and quality_object_id is not null",
                        Map.of("id", id),
                        row -> row.text("quality_object_id"))
                .orElseThrow(() -> ProblemException.notFound("data-quality report of dataset version", id));
        String text = new String(objects.read(new ObjectId(object)), StandardCharsets.UTF_8);
        return json.read(text, QualityView.class);
    }
}
