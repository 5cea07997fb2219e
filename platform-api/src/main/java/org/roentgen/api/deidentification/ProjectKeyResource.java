package org.roentgen.api.deidentification;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.roentgen.api.Page;
import org.roentgen.api.Roles;
import org.roentgen.api.audit.AuditTrail;
import org.roentgen.api.problem.ProblemException;

/** The keys of the projects' pseudonyms, by version: the keys themselves are known to the workflow only. */
@Path("/api/v1/project-keys")
@RolesAllowed(Roles.ADMIN)
public class ProjectKeyResource {
    private final ProjectKeyService keys;
    private final AuditTrail audit;

    ProjectKeyResource(ProjectKeyService keys, AuditTrail audit) {
        this.keys = keys;
        this.audit = audit;
    }

    @GET
    public Page<ProjectKeyView> list() {
        return Page.of(keys.list());
    }

    /** Starts a new version of a project's key, and asks for its released studies to be de-identified again under it. */
    @POST
    @Path("/{project}/rotation")
    @Transactional
    public KeyRotationView rotate(String project, KeyRotationRequest request) {
        String reason = reason(request.reason());
        KeyRotationView rotated = keys.rotate(project, reason, audit.actor());
        audit.record(
                "project-key.rotate",
                "project",
                project,
                Map.of(
                        "version", Integer.toString(rotated.version()),
                        "studies", Integer.toString(rotated.studies()),
                        "reason", reason));
        return rotated;
    }

    private static String reason(@Nullable String reason) {
        if (reason == null || reason.isBlank()) {
            throw ProblemException.invalid("reason is missing: say why the project's pseudonyms have to change");
        }
        return reason.strip();
    }
}
