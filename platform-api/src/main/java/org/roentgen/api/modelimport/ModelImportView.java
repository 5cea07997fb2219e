package org.roentgen.api.modelimport;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.roentgen.domain.error.Cause;
import org.roentgen.store.entity.JobRecord;
import org.roentgen.store.query.Row;

/** An import of a foreign model; {@code cause} says in words why its trial failed. */
public record ModelImportView(
        UUID id,
        String modelName,
        String origin,
        JobRecord.State state,
        Optional<Cause> cause,
        Optional<UUID> modelVersionId,
        String createdBy,
        Instant createdAt) {
    static final String SELECT = """
            select i.id, i.model_name, i.form ->> 'origin' as origin, j.state, j.cause_code, j.cause_message,
                i.model_version_id, i.created_by, i.created_at
            from model_import i join job j on j.id = i.job_id
            """;

    static ModelImportView of(Row row) {
        return new ModelImportView(
                row.uuid("id"),
                row.text("model_name"),
                row.text("origin"),
                row.constant("state", JobRecord.State.class),
                row.cause(),
                row.optionalUuid("model_version_id"),
                row.text("created_by"),
                row.instant("created_at"));
    }
}
