package org.roentgen.api.dataset;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.roentgen.api.Json;
import org.roentgen.domain.dataset.KeyUse;
import org.roentgen.domain.dataset.Task;
import org.roentgen.store.query.Row;

/**
 * One immutable version; {@code manifestObjectId} is its hash.
 *
 * @param pseudonymKeys the keys that the pseudonyms of its cases were made with; a patient has another one under each
 */
public record DatasetVersionView(
        UUID id,
        String datasetName,
        Task task,
        int version,
        String manifestObjectId,
        @JsonUnwrapped Counts counts,
        JsonNode labels,
        List<KeyUse> pseudonymKeys,
        String createdBy,
        Instant createdAt) {
    static final String SELECT = """
            select v.id, d.id as dataset_id, d.name, d.task, v.version, v.manifest_object_id, v.cases, v.patients,
                v.train_cases, v.tune_cases, v.test_cases, cast(v.labels as text) as labels,
                cast(v.pseudonym_keys as text) as pseudonym_keys, v.created_by, v.created_at
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
                json.read(row.text("pseudonym_keys"), new TypeReference<List<KeyUse>>() {}),
                row.text("created_by"),
                row.instant("created_at"));
    }
}
