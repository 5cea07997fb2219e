package org.roentgen.api.dataset;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.roentgen.api.Json;
import org.roentgen.api.Page;
import org.roentgen.api.Roles;
import org.roentgen.api.problem.ProblemException;
import org.roentgen.domain.dataset.Task;
import org.roentgen.store.query.Queries;

/** Data sets and their versions. */
@Path("/api/v1")
@RolesAllowed({Roles.DATA_SCIENTIST, Roles.ADMIN})
public class DatasetResource {
    private final Queries queries;
    private final Json json;

    DatasetResource(Queries queries, Json json) {
        this.queries = queries;
        this.json = json;
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
}
