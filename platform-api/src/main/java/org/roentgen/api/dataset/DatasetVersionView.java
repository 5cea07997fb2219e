package org.roentgen.api.dataset;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.roentgen.api.Json;
import org.roentgen.domain.dataset.Task;
import org.roentgen.store.query.Row;

/** One immutable version; {@code manifestObjectId} is its hash. */
public record DatasetVersionView(
        UUID id,
        String datasetName,
        Task task,
        int version,
        String manifestObjectId,
        @JsonUnwrapped Counts counts,
        JsonNode labels,
        String createdBy,
        Instant createdAt) {
    static final String SELECT = """
            select v.id, d.id as dataset_id, d.name, d.task, v.version, v.manifest_object_id, v.cases, v.patients,
                v.train_cases, v.tune_cases, v.test_cases, cast(v.labels as text) as labels, v.created_by, v.created_at
            from dataset_version v join dataset d on d.id = v.dataset_id
            """;

    /** How many cases and patients, and how the cases are split. */
    public record Counts(int cases, int patients, int trainCases, int tuneCases, int testCases) {}

    static DatasetVersionView of(Row row, Json json) {
        return new DatasetVersionView(
                row.uuid("id"),
                row.text("name"),
                row.constant("task", Task.class),
                row.integer("version"),
                row.text("manifest_object_id"),
                new Counts(
                        row.integer("cases"),
                        row.integer("patients"),
                        row.integer("train_cases"),
                        row.integer("tune_cases"),
                        row.integer("test_cases")),
                json.tree(row.text("labels")),
                row.text("created_by"),
                row.instant("created_at"));
    }
}
