package org.roentgen.api.model;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.roentgen.store.query.Row;

/** A version went from one stage to another; {@code fromStage} is empty for its registration. */
public record StageChangeView(
        UUID modelVersionId,
        int version,
        String fromStage,
        String toStage,
        String changedBy,
        String reason,
        Optional<UUID> promotionId,
        Instant changedAt) {
    static final String SELECT = """
            select c.model_version_id, v.version, c.from_stage, c.to_stage, c.changed_by, c.reason, c.promotion_id, c.changed_at
            from model_stage_change c join model_version v on v.id = c.model_version_id
            where v.model_id = :model order by c.changed_at, c.to_stage = 'PRODUCTION'
            """;

    static StageChangeView of(Row row) {
        return new StageChangeView(
                row.uuid("model_version_id"),
                row.integer("version"),
                row.text("from_stage"),
                row.text("to_stage"),
                row.text("changed_by"),
                row.text("reason"),
                row.optionalUuid("promotion_id"),
                row.instant("changed_at"));
    }
}
