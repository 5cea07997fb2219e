package org.roentgen.api.training;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.roentgen.api.Json;
import org.roentgen.api.Page;
import org.roentgen.api.Paging;
import org.roentgen.api.Roles;
import org.roentgen.api.audit.AuditTrail;
import org.roentgen.api.dataset.LabelView;
import org.roentgen.api.problem.ProblemException;
import org.roentgen.store.query.Queries;

/** Training runs. */
@Path("/api/v1/training-runs")
@RolesAllowed({Roles.DATA_SCIENTIST, Roles.ADMIN})
public class TrainingResource {
    private final TrainingService trainings;
    private final Queries queries;
    private final Json json;
    private final AuditTrail audit;

    TrainingResource(TrainingService trainings, Queries queries, Json json, AuditTrail audit) {
        this.trainings = trainings;
        this.queries = queries;
        this.json = json;
        this.audit = audit;
    }

    @POST
    @ResponseStatus(201)
    @Transactional
    public TrainingView start(TrainingRequest request) {
        if (request.modelName() == null) {
            throw ProblemException.invalid("modelName is needed");
        }
        refuseIncomplete(request.datasetVersionId(), request.spec());
        UUID id = trainings.start(request.modelName(), request.datasetVersionId(), request.spec(), audit.actor());
        audit.record("training.start", "training-run", id, Map.of("model", request.modelName()));
        return view(id);
    }

    /** Asks a worker what memory a training would need; the answer is there within seconds. */
    @POST
    @Path("/estimates")
    @ResponseStatus(201)
    @Transactional
    public EstimateView estimate(EstimateRequest request) {
        refuseIncomplete(request.datasetVersionId(), request.spec());
        return estimateView(trainings.estimate(request.datasetVersionId(), request.spec()));
    }

    @GET
    @Path("/estimates/{id}")
    public EstimateView estimate(UUID id) {
        return estimateView(id);
    }

    private EstimateView estimateView(UUID id) {
        return queries.first(EstimateView.SELECT, Map.of("id", id), EstimateView::of)
                .orElseThrow(() -> ProblemException.notFound("estimate", id));
    }

    @GET
    public Page<TrainingView> list(@BeanParam Paging paging) {
        return new Page<>(
                queries.list(
                        TrainingView.SELECT + "order by r.created_at desc limit " + paging.limit() + " offset "
                                + paging.offset(),
                        Map.of(),
                        row -> TrainingView.of(row, json)),
                queries.count("select count(*) from training_run", Map.of()));
    }

    @GET
    @Path("/{id}")
    public TrainingDetail get(UUID id) {
        TrainingView run = view(id);
        return new TrainingDetail(
                run,
                labels(run.datasetVersionId()),
                queries.list(EpochView.SELECT, Map.of("run", id), row -> EpochView.of(row, json)));
    }

    private List<LabelView> labels(UUID datasetVersionId) {
        return queries.first(
                        "select cast(labels as text) as labels from dataset_version where id = :id",
                        Map.of("id", datasetVersionId),
                        row -> LabelView.of(row.text("labels"), json))
                .orElse(List.of());
    }

    @POST
    @Path("/{id}/cancel")
    @Transactional
    public TrainingView cancel(UUID id) {
        trainings.cancel(id);
        audit.record("training.cancel", "training-run", id);
        return view(id);
    }

    private TrainingView view(UUID id) {
        return queries.first(
                        TrainingView.SELECT + "where r.id = :id", Map.of("id", id), row -> TrainingView.of(row, json))
                .orElseThrow(() -> ProblemException.notFound("training run", id));
    }

    private static void refuseIncomplete(UUID datasetVersionId, SpecRequest spec) {
        if (datasetVersionId == null || spec == null) {
            throw ProblemException.invalid("datasetVersionId and spec are needed");
        }
        if (spec.task() == null || spec.network() == null) {
            throw ProblemException.invalid("spec.task and spec.network are needed");
        }
    }
}
