package org.roentgen.api.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.roentgen.api.Json;
import org.roentgen.api.problem.ProblemException;
import org.roentgen.store.entity.ModelVersion;
import org.roentgen.store.entity.Promotion;
import org.roentgen.store.event.Announcements;
import org.roentgen.store.query.Queries;

/** Two people put a model into production: one asks, another decides. */
@ApplicationScoped
public class PromotionService {
    private final EntityManager entities;
    private final Queries queries;
    private final Announcements announcements;
    private final PromotionGate gate;
    private final ModelStages stages;
    private final Json json;

    PromotionService(
            EntityManager entities,
            Queries queries,
            Announcements announcements,
            PromotionGate gate,
            ModelStages stages,
            Json json) {
        this.entities = entities;
        this.queries = queries;
        this.announcements = announcements;
        this.gate = gate;
        this.stages = stages;
        this.json = json;
    }

    @Transactional
    public UUID request(UUID modelVersionId, String reason, String requester) {
        if (reason == null || reason.isBlank()) {
            throw ProblemException.invalid("reason is empty: say why the version should go into production");
        }
        ModelVersion version = entities.find(ModelVersion.class, modelVersionId, LockModeType.PESSIMISTIC_WRITE);
        if (version == null) {
            throw ProblemException.notFound("model version", modelVersionId);
        }
        if (version.stage() == ModelVersion.Stage.PRODUCTION) {
            throw ProblemException.conflict(
                    "ALREADY_IN_PRODUCTION", "Model version " + modelVersionId + " is in production");
        }
        if (version.stage() == ModelVersion.Stage.DRAFT) {
            throw ProblemException.conflict(
                    "NOT_A_CANDIDATE",
                    "Model version " + modelVersionId + " is a draft: evaluate it and make it a candidate first");
        }
        Map<String, Object> parameters = Map.of("version", modelVersionId);
        if (queries.count(
                        "select count(*) from promotion where model_version_id = :version and state = 'REQUESTED'",
                        parameters)
                > 0) {
            throw ProblemException.conflict(
                    "ALREADY_REQUESTED", "A promotion of model version " + modelVersionId + " waits for its decision");
        }
        List<RuleCheck> checks = gate.check(modelVersionId);
        gate.demand(modelVersionId, checks);
        Promotion promotion = new Promotion(modelVersionId, requester, reason.strip(), written(checks));
        entities.persist(promotion);
        entities.flush();
        announcements.changed("promotion", promotion.id(), promotion.state().name());
        return promotion.id();
    }

    /** Puts the version into production and retires the one that was. */
    @Transactional
    public void approve(UUID promotionId, String decider) {
        Promotion promotion = decide(promotionId, Promotion.State.APPROVED, decider);
        List<RuleCheck> checks = new ArrayList<>(gate.check(promotion.modelVersionId()));
        gate.demand(promotion.modelVersionId(), checks);
        checks.add(new RuleCheck(
                "TWO_PEOPLE",
                true,
                "that another person decides than asked",
                promotion.requestedBy() + " asked, " + decider + " decided",
                ""));
        promotion.decisionChecks(written(checks));
        stages.putIntoProduction(
                promotion.modelVersionId(), new ModelStages.Decision(decider, promotion.reason(), promotionId));
    }

    private String written(List<RuleCheck> checks) {
        return json.write(RuleCheck[].class, checks.toArray(RuleCheck[]::new));
    }

    @Transactional
    public void decline(UUID promotionId, String decider) {
        decide(promotionId, Promotion.State.DECLINED, decider);
    }

    private Promotion decide(UUID promotionId, Promotion.State state, String decider) {
        Promotion promotion = entities.find(Promotion.class, promotionId, LockModeType.PESSIMISTIC_WRITE);
        if (promotion == null) {
            throw ProblemException.notFound("promotion", promotionId);
        }
        if (promotion.state() != Promotion.State.REQUESTED) {
            throw ProblemException.conflict(
                    "ALREADY_DECIDED", "Promotion " + promotionId + " is " + promotion.state() + " already");
        }
        if (promotion.requestedBy().equals(decider)) {
            throw ProblemException.forbidden(
                    "SECOND_PERSON_NEEDED",
                    "Who asked for promotion " + promotionId + " cannot decide it: ask another");
        }
        promotion.state(state);
        promotion.decidedBy(decider);
        promotion.decidedAt(Instant.now());
        entities.flush();
        announcements.changed("promotion", promotionId, state.name());
        return promotion;
    }
}
