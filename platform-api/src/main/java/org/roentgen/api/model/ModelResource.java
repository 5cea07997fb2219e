package org.roentgen.api.model;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.roentgen.api.Json;
import org.roentgen.api.Page;
import org.roentgen.api.Roles;
import org.roentgen.api.problem.ProblemException;
import org.roentgen.domain.dataset.Task;
import org.roentgen.domain.model.ModelPackage;
import org.roentgen.store.query.Queries;

/** The registry of models. */
@Path("/api/v1")
@RolesAllowed({Roles.DATA_SCIENTIST, Roles.ADMIN, Roles.RADIOLOGIST})
public class ModelResource {
    private final Queries queries;
    private final PackageReader packages;
    private final Json json;

    ModelResource(Queries queries, PackageReader packages, Json json) {
        this.queries = queries;
        this.packages = packages;
        this.json = json;
    }

    @GET
    @Path("/models")
    public Page<ModelView> list() {
        List<ModelVersionView> versions = queries.list(
                ModelVersionView.SELECT + "order by v.version desc", Map.of(), row -> ModelVersionView.of(row, json));
        return Page.of(queries.list("select id, name, task from model order by name", Map.of(), row -> {
            String name = row.text("name");
            return new ModelView(
                    row.uuid("id"),
                    name,
                    row.constant("task", Task.class),
                    versions.stream()
                            .filter(version -> version.modelName().equals(name))
                            .toList());
        }));
    }

    @GET
    @Path("/model-versions/{id}")
    public ModelVersionDetail version(UUID id) throws IOException {
        ModelVersionView version = find(id);
        return new ModelVersionDetail(
                version,
                packages.json(version.packageObjectId(), ModelPackage.MANIFEST),
                packages.json(version.packageObjectId(), ModelPackage.EVALUATION));
    }

    /** The signed package as a zip, for use without the stack and in other hospitals. */
    @GET
    @Path("/model-versions/{id}/package")
    @Produces("application/zip")
    @RolesAllowed({Roles.DATA_SCIENTIST, Roles.ADMIN})
    public byte[] download(UUID id) throws IOException {
        return packages.zip(find(id).packageObjectId());
    }

    private ModelVersionView find(UUID id) {
        return queries.first(
                        ModelVersionView.SELECT + "where v.id = :id",
                        Map.of("id", id),
                        row -> ModelVersionView.of(row, json))
                .orElseThrow(() -> ProblemException.notFound("model version", id));
    }
}
