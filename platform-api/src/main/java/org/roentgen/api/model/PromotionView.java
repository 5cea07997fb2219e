package org.roentgen.api.model;

import com.fasterxml.jackson.core.type.TypeReference;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.roentgen.api.Json;
import org.roentgen.store.entity.Promotion;
import org.roentgen.store.query.Row;

/** A request to put a model version into production. */
public record PromotionView(
        UUID id,
        UUID modelVersionId,
        String modelName,
        int modelVersion,
        String requestedBy,
        Instant requestedAt,
        String reason,
        Promotion.State state,
        Optional<String> decidedBy,
        Optional<Instant> decidedAt,
        List<RuleCheck> requestChecks,
        List<RuleCheck> decisionChecks) {
    private static final TypeReference<List<RuleCheck>> CHECKS = new TypeReference<>() {};
    static final String SELECT = """
            select p.id, p.model_version_id, m.name, v.version, p.requested_by, p.requested_at, p.reason, p.state,
                p.decided_by, p.decided_at, cast(p.request_checks as text) as request_checks,
                cast(p.decision_checks as text) as decision_checks
            from promotion p
            join model_version v on v.id = p.model_version_id
            join model m on m.id = v.model_id
            """;

    static PromotionView of(Row row, Json json) {
        return new PromotionView(
                row.uuid("id"),
                row.uuid("model_version_id"),
                row.text("name"),
                row.integer("version"),
                row.text("requested_by"),
                row.instant("requested_at"),
                row.text("reason"),
                row.constant("state", Promotion.State.class),
                row.optionalText("decided_by"),
                row.optionalInstant("decided_at"),
                json.read(row.text("request_checks"), CHECKS),
                json.read(row.text("decision_checks"), CHECKS));
    }
}
