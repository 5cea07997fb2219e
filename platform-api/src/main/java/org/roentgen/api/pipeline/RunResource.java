package org.roentgen.api.pipeline;

import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roentgen.api.Page;
import org.roentgen.api.Paging;
import org.roentgen.api.Roles;
import org.roentgen.api.audit.AuditTrail;
import org.roentgen.api.problem.ProblemException;
import org.roentgen.store.entity.PipelineRun;
import org.roentgen.store.entity.PipelineStep;
import org.roentgen.store.query.Queries;

/** Runs of pipelines. */
@Path("/api/v1/pipeline-runs")
@RolesAllowed({Roles.ADMIN, Roles.RADIOLOGIST, Roles.INTEGRATOR})
public class RunResource {
    private static final String WHERE =
            "where (cast(:state as text) is null or r.state = :state) and (cast(:study as text) is null or r.study_id ="
                    + " cast(:study as uuid)) ";

    private final EntityManager entities;
    private final Queries queries;
    private final RunReplay replay;
    private final AuditTrail audit;

    RunResource(EntityManager entities, Queries queries, RunReplay replay, AuditTrail audit) {
        this.entities = entities;
        this.queries = queries;
        this.replay = replay;
        this.audit = audit;
    }

    @GET
    public Page<RunView> list(
            @QueryParam("state") PipelineRun.@Nullable State state,
            @QueryParam("studyId") @Nullable UUID studyId,
            @BeanParam Paging paging) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("state", state == null ? null : state.name());
        parameters.put("study", studyId == null ? null : studyId.toString());
        String page = " order by r.created_at desc limit " + paging.limit() + " offset " + paging.offset();
        return new Page<>(
                queries.list(RunView.SELECT + WHERE + page, parameters, RunView::of),
                queries.count("select count(*) " + RunView.FROM + WHERE, parameters));
    }

    @GET
    @Path("/{id}")
    @Transactional
    public RunDetail get(UUID id) {
        RunView run = queries.first(RunView.SELECT + "where r.id = :id", Map.of("id", id), RunView::of)
                .orElseThrow(() -> ProblemException.notFound("run", id));
        List<StepView> steps = entities.createQuery(
                        "from PipelineStep where runId = :run order by ordinal", PipelineStep.class)
                .setParameter("run", id)
                .getResultStream()
                .map(StepView::of)
                .toList();
        return new RunDetail(run, steps, queries.list(DeliveryView.SELECT, Map.of("run", id), DeliveryView::of));
    }

    @POST
    @Path("/{id}/replay")
    @RolesAllowed({Roles.ADMIN, Roles.INTEGRATOR})
    @Transactional
    public RunDetail replay(UUID id) {
        replay.replay(id);
        audit.record("run.replay", "pipeline-run", id);
        return get(id);
    }
}
