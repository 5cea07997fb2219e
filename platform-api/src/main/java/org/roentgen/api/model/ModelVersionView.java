package org.roentgen.api.model;

import com.fasterxml.jackson.core.type.TypeReference;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.roentgen.api.Json;
import org.roentgen.api.dataset.LabelView;
import org.roentgen.store.entity.ModelVersion;
import org.roentgen.store.query.Row;

/** One signed model package in the registry; the metrics are those of the test split, named after the values of the labels. */
public record ModelVersionView(
        UUID id,
        String modelName,
        int version,
        ModelVersion.Stage stage,
        double parityMaxAbsDifference,
        Map<String, Double> metrics,
        List<LabelView> labels,
        Optional<UUID> trainingRunId,
        String packageObjectId,
        Instant createdAt) {
    static final String SELECT = """
            select v.id, m.name, v.version, v.stage, v.parity_max_abs_difference, cast(v.metrics as text) as metrics,
                cast(v.labels as text) as labels, v.training_run_id, v.package_object_id, v.created_at
            from model_version v join model m on m.id = v.model_id
            """;
    private static final TypeReference<Map<String, Double>> METRICS = new TypeReference<>() {};

    static ModelVersionView of(Row row, Json json) {
        return new ModelVersionView(
                row.uuid("id"),
                row.text("name"),
                row.integer("version"),
                row.constant("stage", ModelVersion.Stage.class),
                row.decimal("parity_max_abs_difference"),
                json.read(row.text("metrics"), METRICS),
                LabelView.of(row.text("labels"), json),
                row.optionalUuid("training_run_id"),
                row.text("package_object_id"),
                row.instant("created_at"));
    }
}
