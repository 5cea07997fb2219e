package org.roentgen.api.worklist;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roentgen.api.Page;
import org.roentgen.api.Paging;
import org.roentgen.api.Roles;
import org.roentgen.api.audit.AuditTrail;

/** What there is to read. */
@Path("/api/v1")
@RolesAllowed({Roles.RADIOLOGIST, Roles.ADMIN})
public class WorklistResource {
    private final Worklist worklist;
    private final StudyResults results;
    private final AuditTrail audit;

    WorklistResource(Worklist worklist, StudyResults results, AuditTrail audit) {
        this.worklist = worklist;
        this.results = results;
        this.audit = audit;
    }

    @GET
    @Path("/worklist")
    @Transactional
    public Page<WorklistItem> list(
            @QueryParam("state") @Nullable WorklistState state,
            @QueryParam("search") @Nullable String search,
            @BeanParam Paging paging) {
        Page<WorklistItem> page = worklist.find(state, search, paging.limit(), paging.offset());
        audit.read("worklist.read", "worklist", "");
        return page;
    }

    @GET
    @Path("/studies/{studyId}/results")
    @Transactional
    public Page<StudyResult> results(UUID studyId) {
        Page<StudyResult> page = Page.of(results.find(studyId));
        audit.read("result.read", "study", studyId);
        return page;
    }
}
