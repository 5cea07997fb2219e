package org.roentgen.api.review;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Locale;
import java.util.UUID;
import org.roentgen.api.Roles;
import org.roentgen.api.audit.AuditTrail;
import org.roentgen.api.problem.ProblemException;

/** Where radiologists decide. */
@Path("/api/v1/pipeline-runs/{runId}/review")
@RolesAllowed(Roles.RADIOLOGIST)
public class ReviewResource {
    private final ReviewService reviews;
    private final AuditTrail audit;

    ReviewResource(ReviewService reviews, AuditTrail audit) {
        this.reviews = reviews;
        this.audit = audit;
    }

    @POST
    @Transactional
    public ReviewView decide(UUID runId, ReviewRequest request) {
        if (request.decision() == null) {
            throw ProblemException.invalid("decision is missing: ACCEPTED or REJECTED");
        }
        ReviewView review = reviews.decide(runId, request, audit.actor());
        audit.record("review." + request.decision().name().toLowerCase(Locale.ROOT), "pipeline-run", runId);
        return review;
    }
}
