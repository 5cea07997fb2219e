package org.roentgen.api.model;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.roentgen.api.Json;
import org.roentgen.api.problem.ProblemException;
import org.roentgen.domain.dataset.Task;
import org.roentgen.domain.model.ModelPackage;
import org.roentgen.store.query.Queries;

/** The rules of models, and whether a version fulfils those of its model. */
@ApplicationScoped
public class PromotionGate {
    private static final TypeReference<List<PromotionRule>> RULES = new TypeReference<>() {};
    private final Queries queries;
    private final PackageReader packages;
    private final ModelCards cards;
    private final ModelComparisons comparisons;
    private final Json json;

    PromotionGate(Queries queries, PackageReader packages, ModelCards cards, ModelComparisons comparisons, Json json) {
        this.queries = queries;
        this.packages = packages;
        this.cards = cards;
        this.comparisons = comparisons;
        this.json = json;
    }

    private record Version(UUID model, String modelPackage) {}

    /** Each rule of the version's model with its outcome. */
    @Transactional
    public List<RuleCheck> check(UUID versionId) {
        Version version = queries.first(
                        "select model_id, package_object_id from model_version where id = :id",
                        Map.of("id", versionId),
                        row -> new Version(row.uuid("model_id"), row.text("package_object_id")))
                .orElseThrow(() -> ProblemException.notFound("model version", versionId));
        Optional<String> production = queries.first(
                "select package_object_id from model_version where model_id = :model and stage = 'PRODUCTION' and id <> :id",
                Map.of("model", version.model(), "id", versionId),
                row -> row.text("package_object_id"));
        try {
            Evidence evidence = new Evidence(
                    packages.json(version.modelPackage(), ModelPackage.EVALUATION)
                            .orElseGet(JsonNodeFactory.instance::objectNode),
                    cards.written(versionId).keySet(),
                    production,
                    production.flatMap(reference -> comparisons.find(versionId, reference)));
            return new PromotionRules(evidence).check(rules(version.model()));
        } catch (IOException e) {
            throw new UncheckedIOException("Model package " + version.modelPackage() + " cannot be read", e);
        }
    }

    /** @throws ProblemException 409 naming each rule that does not hold, what was found, and the fix */
    void demand(UUID versionId, List<RuleCheck> checks) {
        List<String> broken = new ArrayList<>();
        for (RuleCheck check : checks) {
            if (!check.passed()) {
                broken.add(check.rule() + " demands " + check.demanded() + "; found: " + check.found() + "; "
                        + check.fix());
            }
        }
        if (!broken.isEmpty()) {
            throw ProblemException.conflict(
                    "PROMOTION_RULE_FAILED",
                    "Model version " + versionId + " cannot go into production. " + String.join(". ", broken));
        }
    }

    @Transactional
    public List<PromotionRule> rules(UUID model) {
        record Stored(Task task, Optional<String> rules) {}
        Stored stored = queries.first(
                        "select task, cast(promotion_rules as text) as rules from model where id = :id",
                        Map.of("id", model),
                        row -> new Stored(row.constant("task", Task.class), row.optionalText("rules")))
                .orElseThrow(() -> ProblemException.notFound("model", model));
        return stored.rules()
                .map(rules -> json.read(rules, RULES))
                .orElseGet(() -> PromotionRule.defaults(stored.task()));
    }

    /** Replaces the rules of a model. */
    @Transactional
    public void rules(UUID model, List<PromotionRule> rules) {
        rules.forEach(PromotionRule::validate);
        int changed = queries.update(
                "update model set promotion_rules = cast(:rules as jsonb) where id = :id",
                Map.of("rules", json.write(PromotionRule[].class, rules.toArray(PromotionRule[]::new)), "id", model));
        if (changed == 0) {
            throw ProblemException.notFound("model", model);
        }
    }
}
