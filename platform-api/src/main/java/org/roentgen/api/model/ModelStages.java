package org.roentgen.api.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roentgen.api.problem.ProblemException;
import org.roentgen.store.entity.ModelVersion;
import org.roentgen.store.entity.ModelVersion.Stage;
import org.roentgen.store.query.Queries;

/** Moves versions between stages and keeps the history. */
@ApplicationScoped
public class ModelStages {
    private final EntityManager entities;
    private final Queries queries;
    private final ModelComparisons comparisons;

    ModelStages(EntityManager entities, Queries queries, ModelComparisons comparisons) {
        this.entities = entities;
        this.queries = queries;
        this.comparisons = comparisons;
    }

    /** Who moves a version and why. */
    record Decision(String actor, String reason, @Nullable UUID promotion) {}

    /** By a person's choice: to any stage but production, and a version in production only by another or a rollback. */
    @Transactional
    public void move(UUID versionId, Stage stage, String reason, String actor) {
        ModelVersion version = locked(versionId);
        if (reason.isBlank()) {
            throw ProblemException.invalid("reason is empty: say why the version changes its stage");
        }
        if (stage == Stage.PRODUCTION || version.stage() == Stage.PRODUCTION) {
            throw ProblemException.conflict(
                    "STAGE_NEEDS_DECISION",
                    "Model version " + versionId + " cannot go from " + version.stage() + " to " + stage
                            + " by one person's choice: ask for a promotion, or roll the model back");
        }
        if (!reachable(version.stage()).contains(stage)) {
            throw ProblemException.conflict(
                    "STAGE_NOT_REACHABLE",
                    "Model version " + versionId + " cannot go from " + version.stage() + " to " + stage
                            + ": it may become one of " + reachable(version.stage()));
        }
        change(version, stage, new Decision(actor, reason.strip(), null));
        if (stage != Stage.RETIRED) {
            comparisons.startIfNeeded(versionId);
        }
    }

    private static Set<Stage> reachable(Stage from) {
        return switch (from) {
            case DRAFT -> Set.of(Stage.CANDIDATE, Stage.RETIRED);
            case CANDIDATE -> Set.of(Stage.SHADOW, Stage.RETIRED);
            case SHADOW -> Set.of(Stage.CANDIDATE, Stage.RETIRED);
            case RETIRED -> Set.of(Stage.CANDIDATE);
            case PRODUCTION -> Set.of();
        };
    }

    /** Puts a version into production and retires the one that was; what may follow it is compared with it. */
    @Transactional
    public void putIntoProduction(UUID versionId, Decision decision) {
        ModelVersion version = locked(versionId);
        for (UUID current : queries.list(
                "select id from model_version where model_id = :model and stage = 'PRODUCTION' and id <> :id",
                Map.of("model", version.modelId(), "id", versionId),
                row -> row.uuid("id"))) {
            change(locked(current), Stage.RETIRED, decision);
        }
        change(version, Stage.PRODUCTION, decision);
        comparisons.productionChanged(version.modelId());
    }

    /**
     * Puts the version into production that was there before the one that is now.
     *
     * @return the version that is live again
     * @throws ProblemException 409 where none was there before
     */
    @Transactional
    public UUID rollBack(UUID model, String reason, String actor) {
        if (reason.isBlank()) {
            throw ProblemException.invalid("reason is empty: say why the version in production has to go");
        }
        List<LivePeriod> live = history(model).live();
        if (live.isEmpty() || live.getLast().until().isPresent()) {
            throw ProblemException.conflict(
                    "NOTHING_IN_PRODUCTION", "Model " + model + " has no version in production to roll back");
        }
        UUID current = live.getLast().modelVersionId();
        UUID earlier = live.reversed().stream()
                .map(LivePeriod::modelVersionId)
                .filter(version -> !version.equals(current))
                .findFirst()
                .orElseThrow(() -> ProblemException.conflict(
                        "NOTHING_TO_ROLL_BACK_TO",
                        "Model " + model + " never had another version in production: promote another one"));
        putIntoProduction(earlier, new Decision(actor, "Rollback: " + reason.strip(), null));
        return earlier;
    }

    @Transactional
    public ModelHistory history(UUID model) {
        if (queries.count("select count(*) from model where id = :id", Map.of("id", model)) == 0) {
            throw ProblemException.notFound("model", model);
        }
        List<StageChangeView> changes =
                queries.list(StageChangeView.SELECT, Map.of("model", model), StageChangeView::of);
        return new ModelHistory(LivePeriod.of(changes), changes);
    }

    private void change(ModelVersion version, Stage stage, Decision decision) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("id", UUID.randomUUID());
        parameters.put("version", version.id());
        parameters.put("from", version.stage().name());
        parameters.put("to", stage.name());
        parameters.put("actor", decision.actor());
        parameters.put("reason", decision.reason());
        parameters.put(
                "promotion",
                decision.promotion() == null ? null : decision.promotion().toString());
        version.stage(stage);
        entities.flush();
        queries.update("""
                insert into model_stage_change (id, model_version_id, from_stage, to_stage, changed_by, reason, promotion_id)
                values (:id, :version, :from, :to, :actor, :reason, cast(:promotion as uuid))
                """, parameters);
    }

    private ModelVersion locked(UUID id) {
        ModelVersion version = entities.find(ModelVersion.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (version == null) {
            throw ProblemException.notFound("model version", id);
        }
        return version;
    }
}
