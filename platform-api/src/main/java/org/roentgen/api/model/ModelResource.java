package org.roentgen.api.model;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.roentgen.api.Json;
import org.roentgen.api.Page;
import org.roentgen.api.Roles;
import org.roentgen.api.audit.AuditTrail;
import org.roentgen.api.problem.ProblemException;
import org.roentgen.domain.dataset.Task;
import org.roentgen.domain.model.ModelPackage;
import org.roentgen.domain.model.ServingForm;
import org.roentgen.store.query.Queries;

/** The registry of models. */
@Path("/api/v1")
@RolesAllowed({Roles.DATA_SCIENTIST, Roles.ADMIN, Roles.RADIOLOGIST})
public class ModelResource {
    private static final Pattern PICTURE = Pattern.compile("picture-\\d+\\.png");
    private final Queries queries;
    private final PackageReader packages;
    private final ModelComparisons comparisons;
    private final ModelExports exports;
    private final AuditTrail audit;
    private final Json json;

    ModelResource(
            Queries queries,
            PackageReader packages,
            ModelComparisons comparisons,
            ModelExports exports,
            AuditTrail audit,
            Json json) {
        this.queries = queries;
        this.packages = packages;
        this.comparisons = comparisons;
        this.exports = exports;
        this.audit = audit;
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
                packages.json(version.packageObjectId(), ModelPackage.EVALUATION),
                comparisons.current(id));
    }

    /** Compares the version with the one in production on the same cases, unless that is done or on its way. */
    @POST
    @Path("/model-versions/{id}/comparison")
    @ResponseStatus(202)
    @RolesAllowed({Roles.DATA_SCIENTIST, Roles.ADMIN})
    public LaterComparison compare(UUID id) {
        find(id);
        LaterComparison started = comparisons.start(id);
        audit.record("model-version.compare", "model-version", id);
        return started;
    }

    /**
     * The signed package as a zip, for use without the stack and in other hospitals. With {@code tail} it is one for other systems, not
     * signed: its graph ends in probabilities, or has labels as a second output, and with {@code normalisation} takes images before it.
     */
    @GET
    @Path("/model-versions/{id}/package")
    @Produces("application/zip")
    @RolesAllowed({Roles.DATA_SCIENTIST, Roles.ADMIN})
    public byte[] download(UUID id, @BeanParam ExportParameters parameters) throws IOException {
        Optional<ServingForm> form = parameters.form();
        ModelVersionView version = find(id);
        return form.isPresent() ? exports.zip(version, form.get()) : packages.zip(version.packageObjectId());
    }

    /** A picture of a test case that the model did badly on; {@code pictures} of the evaluation names them. */
    @GET
    @Path("/model-versions/{id}/pictures/{name}")
    @Produces("image/png")
    public byte[] picture(UUID id, String name) throws IOException {
        ModelVersionView version = find(id);
        if (!PICTURE.matcher(name).matches()) {
            throw ProblemException.notFound("picture", name);
        }
        return packages.bytes(version.packageObjectId(), name)
                .orElseThrow(() -> ProblemException.notFound("picture", name));
    }

    private ModelVersionView find(UUID id) {
        return queries.first(
                        ModelVersionView.SELECT + "where v.id = :id",
                        Map.of("id", id),
                        row -> ModelVersionView.of(row, json))
                .orElseThrow(() -> ProblemException.notFound("model version", id));
    }
}
