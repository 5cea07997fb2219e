package org.roentgen.api.model;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.roentgen.api.Page;
import org.roentgen.api.Roles;
import org.roentgen.api.audit.AuditTrail;
import org.roentgen.api.problem.ProblemException;

/** Stages of model versions, their history, the way back, and the rules for production. */
@Path("/api/v1")
@RolesAllowed({Roles.DATA_SCIENTIST, Roles.ADMIN})
public class ModelStageResource {
    private final ModelStages stages;
    private final PromotionGate gate;
    private final ShadowReports shadows;
    private final AuditTrail audit;

    ModelStageResource(ModelStages stages, PromotionGate gate, ShadowReports shadows, AuditTrail audit) {
        this.stages = stages;
        this.gate = gate;
        this.shadows = shadows;
        this.audit = audit;
    }

    /** What was live when. */
    @GET
    @Path("/models/{id}/history")
    @RolesAllowed({Roles.DATA_SCIENTIST, Roles.ADMIN, Roles.RADIOLOGIST})
    public ModelHistory history(UUID id) {
        return stages.history(id);
    }

    @POST
    @Path("/model-versions/{id}/stage")
    @ResponseStatus(204)
    @Transactional
    public void move(UUID id, StageRequest request) {
        if (request.stage() == null) {
            throw ProblemException.invalid("stage is missing: give DRAFT, CANDIDATE, SHADOW or RETIRED");
        }
        stages.move(id, request.stage(), Optional.ofNullable(request.reason()).orElse(""), audit.actor());
        audit.record(
                "model-version.stage",
                "model-version",
                id,
                Map.of("stage", request.stage().name()));
    }

    /** Puts the version into production that was there before the one that is now. */
    @POST
    @Path("/models/{id}/rollback")
    @RolesAllowed(Roles.ADMIN)
    @Transactional
    public ModelHistory rollBack(UUID id, RollbackRequest request) {
        UUID live = stages.rollBack(id, Optional.ofNullable(request.reason()).orElse(""), audit.actor());
        audit.record("model.rollback", "model", id, Map.of("live", live.toString()));
        return stages.history(id);
    }

    /** What a version must fulfil to go into production. */
    @GET
    @Path("/models/{id}/promotion-rules")
    public Page<PromotionRule> rules(UUID id) {
        return Page.of(gate.rules(id));
    }

    @PUT
    @Path("/models/{id}/promotion-rules")
    @RolesAllowed(Roles.ADMIN)
    @Transactional
    public Page<PromotionRule> setRules(UUID id, List<PromotionRule> rules) {
        gate.rules(id, rules);
        audit.record("model.promotion-rules", "model", id, Map.of("rules", Integer.toString(rules.size())));
        return Page.of(gate.rules(id));
    }

    /** The rules held against a version now. */
    @GET
    @Path("/model-versions/{id}/promotion-checks")
    public Page<RuleCheck> checks(UUID id) {
        return Page.of(gate.check(id));
    }

    /** What the version did in the shadow of production, and how far the two agree. */
    @GET
    @Path("/model-versions/{id}/shadow")
    public ShadowReport shadow(UUID id) {
        return shadows.of(id);
    }
}
