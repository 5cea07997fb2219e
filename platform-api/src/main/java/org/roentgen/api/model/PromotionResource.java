package org.roentgen.api.model;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;
import org.roentgen.api.Json;
import org.roentgen.api.Page;
import org.roentgen.api.Roles;
import org.roentgen.api.audit.AuditTrail;
import org.roentgen.api.problem.ProblemException;
import org.roentgen.store.entity.Promotion;
import org.roentgen.store.query.Queries;

/** Promotions of model versions into production. */
@Path("/api/v1")
@RolesAllowed({Roles.DATA_SCIENTIST, Roles.ADMIN})
public class PromotionResource {
    private final PromotionService promotions;
    private final Queries queries;
    private final AuditTrail audit;
    private final Json json;

    PromotionResource(PromotionService promotions, Queries queries, AuditTrail audit, Json json) {
        this.promotions = promotions;
        this.queries = queries;
        this.audit = audit;
        this.json = json;
    }

    @POST
    @Path("/model-versions/{id}/promotions")
    @ResponseStatus(201)
    @Transactional
    public PromotionView request(UUID id, PromotionRequest request) {
        UUID promotion = promotions.request(id, request.reason(), audit.actor());
        audit.record("promotion.request", "model-version", id);
        return view(promotion);
    }

    @GET
    @Path("/promotions")
    public Page<PromotionView> list(@QueryParam("state") Promotion.@Nullable State state) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("state", state == null ? null : state.name());
        return Page.of(queries.list(
                PromotionView.SELECT
                        + "where cast(:state as text) is null or p.state = :state order by p.requested_at desc",
                parameters,
                row -> PromotionView.of(row, json)));
    }

    @POST
    @Path("/promotions/{id}/approval")
    @RolesAllowed(Roles.ADMIN)
    @Transactional
    public PromotionView approve(UUID id) {
        promotions.approve(id, audit.actor());
        audit.record("promotion.approve", "promotion", id);
        return view(id);
    }

    @POST
    @Path("/promotions/{id}/decline")
    @RolesAllowed(Roles.ADMIN)
    @Transactional
    public PromotionView decline(UUID id) {
        promotions.decline(id, audit.actor());
        audit.record("promotion.decline", "promotion", id);
        return view(id);
    }

    private PromotionView view(UUID id) {
        return queries.first(
                        PromotionView.SELECT + "where p.id = :id", Map.of("id", id), row -> PromotionView.of(row, json))
                .orElseThrow(() -> ProblemException.notFound("promotion", id));
    }
}
