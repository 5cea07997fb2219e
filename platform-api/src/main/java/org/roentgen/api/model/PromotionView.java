package org.roentgen.api.model;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
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
        Optional<Instant> decidedAt) {
    static final String SELECT = """
            select p.id, p.model_version_id, m.name, v.version, p.requested_by, p.requested_at, p.reason, p.state,
                p.decided_by, p.decided_at
            from promotion p
            join model_version v on v.id = p.model_version_id
            join model m on m.id = v.model_id
            """;

    static PromotionView of(Row row) {
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
                row.optionalInstant("decided_at"));
    }
}
