package org.roentgen.api.training;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.roentgen.api.Json;
import org.roentgen.domain.error.Cause;
import org.roentgen.store.entity.TrainingRun;
import org.roentgen.store.query.Row;

/** A training run. {@code progress} is from 0 to 1. */
public record TrainingView(
        UUID id,
        String modelName,
        UUID datasetVersionId,
        String datasetName,
        int datasetVersion,
        JsonNode spec,
        TrainingRun.State state,
        Optional<String> device,
        double progress,
        Optional<String> message,
        Optional<Cause> cause,
        String createdBy,
        Instant createdAt,
        Optional<Instant> startedAt,
        Optional<Instant> finishedAt,
        Optional<UUID> modelVersionId) {
    static final String SELECT = """
            select r.id, r.model_name, r.dataset_version_id, d.name as dataset_name, v.version as dataset_version,
                cast(r.spec as text) as spec, r.state, r.device, j.progress, j.message, r.cause_code, r.cause_message,
                r.created_by, r.created_at, r.started_at, r.finished_at, m.id as model_version_id
            from training_run r
            join dataset_version v on v.id = r.dataset_version_id
            join dataset d on d.id = v.dataset_id
            join job j on j.id = r.job_id
            left join model_version m on m.training_run_id = r.id
            """;

    static TrainingView of(Row row, Json json) {
        return new TrainingView(
                row.uuid("id"),
                row.text("model_name"),
                row.uuid("dataset_version_id"),
                row.text("dataset_name"),
                row.integer("dataset_version"),
                json.tree(row.text("spec")),
                row.constant("state", TrainingRun.State.class),
                row.optionalText("device").filter(text -> !text.isEmpty()),
                row.decimal("progress"),
                row.optionalText("message").filter(text -> !text.isEmpty()),
                row.cause(),
                row.text("created_by"),
                row.instant("created_at"),
                row.optionalInstant("started_at"),
                row.optionalInstant("finished_at"),
                row.optionalUuid("model_version_id"));
    }
}
