package org.roentgen.api.pipeline;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.Map;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.roentgen.api.Page;
import org.roentgen.api.Roles;
import org.roentgen.api.audit.AuditTrail;

/** Pipelines as administrators configure them. */
@Path("/api/v1/pipelines")
@RolesAllowed(Roles.ADMIN)
public class PipelineResource {
    private final PipelineService pipelines;
    private final AuditTrail audit;

    PipelineResource(PipelineService pipelines, AuditTrail audit) {
        this.pipelines = pipelines;
        this.audit = audit;
    }

    @GET
    public Page<PipelineView> list() {
        return Page.of(pipelines.list());
    }

    @GET
    @Path("/{name}")
    public PipelineView get(String name) {
        return pipelines.get(name);
    }

    @POST
    @ResponseStatus(201)
    @Transactional
    public PipelineView create(PipelineRequest request) {
        pipelines.create(request.name());
        request.definition().ifPresent(definition -> pipelines.addVersion(request.name(), definition, audit.actor()));
        audit.record("pipeline.create", "pipeline", request.name());
        return pipelines.get(request.name());
    }

    @POST
    @Path("/{name}/versions")
    @ResponseStatus(201)
    @Transactional
    public PipelineVersionView addVersion(String name, VersionRequest request) {
        PipelineVersionView version = pipelines.addVersion(name, request.definition(), audit.actor());
        audit.record("pipeline.version", "pipeline", name, Map.of("version", Integer.toString(version.version())));
        return version;
    }

    @PUT
    @Path("/{name}/active-version")
    @Transactional
    public PipelineView activate(String name, ActiveVersionRequest request) {
        PipelineView pipeline = pipelines.activate(name, request.version());
        audit.record("pipeline.activate", "pipeline", name, Map.of("version", Integer.toString(request.version())));
        return pipeline;
    }
}
