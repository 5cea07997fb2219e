package org.roentgen.api.release;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.roentgen.api.Roles;
import org.roentgen.api.audit.AuditTrail;
import org.roentgen.api.problem.ProblemException;
import org.roentgen.domain.dataset.DatasetManifest;

/** Data sets that leave the platform: their risk, the sign-off, and the export. */
@Path("/api/v1")
@RolesAllowed({Roles.DATA_SCIENTIST, Roles.ADMIN})
public class ReleaseResource {
    private final Headers headers;
    private final ReleaseService releases;
    private final DatasetExport export;
    private final AuditTrail audit;

    ReleaseResource(Headers headers, ReleaseService releases, DatasetExport export, AuditTrail audit) {
        this.headers = headers;
        this.releases = releases;
        this.export = export;
        this.audit = audit;
    }

    /** How easily the persons of the version could be recognised by what was kept of their headers. */
    @GET
    @Path("/dataset-versions/{id}/risk")
    public RiskReport risk(UUID id) throws IOException {
        DatasetManifest manifest = headers.manifest(id);
        RiskAnalysis analysis = new RiskAnalysis();
        headers.read(manifest).forEach(analysis::add);
        long patients =
                manifest.cases().stream().map(one -> one.patient()).distinct().count();
        return analysis.report(id, Math.toIntExact(patients));
    }

    @GET
    @Path("/dataset-versions/{id}/release")
    public GateView gate(UUID id) {
        return releases.gate(id);
    }

    /** Asks for a version to leave. */
    @POST
    @Path("/dataset-versions/{id}/releases")
    @ResponseStatus(201)
    @Transactional
    public ReleaseView request(UUID id, ReleaseRequest request) {
        ReleaseView asked = releases.request(id, request.reason(), audit.actor());
        audit.record("dataset.release-request", "dataset-version", id, Map.of("reason", asked.reason()));
        return asked;
    }

    @POST
    @Path("/dataset-releases/{id}/approval")
    @RolesAllowed(Roles.ADMIN)
    @Transactional
    public ReleaseView approve(UUID id) {
        return decide(id, ReleaseView.State.APPROVED, "dataset.release-approve");
    }

    @POST
    @Path("/dataset-releases/{id}/decline")
    @RolesAllowed(Roles.ADMIN)
    @Transactional
    public ReleaseView decline(UUID id) {
        return decide(id, ReleaseView.State.DECLINED, "dataset.release-decline");
    }

    /** Demands a sign-off before any version of the data set leaves, or no longer. */
    @PUT
    @Path("/datasets/{id}/sign-off")
    @RolesAllowed(Roles.ADMIN)
    @ResponseStatus(204)
    @Transactional
    public void require(UUID id, SignOffRequest request) {
        releases.require(id, request.required());
        audit.record("dataset.sign-off", "dataset", id, Map.of("required", Boolean.toString(request.required())));
    }

    /** The version as a zip archive; refused where a sign-off is demanded and missing. */
    @GET
    @Path("/dataset-versions/{id}/export")
    @Produces("application/zip")
    @Transactional
    public Response export(UUID id) throws IOException {
        if (!releases.gate(id).open()) {
            throw ProblemException.forbidden(
                    "SIGN_OFF_MISSING",
                    "Dataset version " + id + " leaves only after a second person has signed: ask for its release");
        }
        DatasetManifest manifest = headers.manifest(id);
        audit.record("dataset.export", "dataset-version", id);
        StreamingOutput content = output -> export.write(manifest, output);
        return Response.ok(content)
                .header("Content-Disposition", "attachment; filename=\"" + id + ".zip\"")
                .build();
    }

    private ReleaseView decide(UUID id, ReleaseView.State decision, String action) {
        ReleaseView decided = releases.decide(id, decision, audit.actor());
        audit.record(action, "dataset-version", decided.datasetVersionId());
        return decided;
    }
}
