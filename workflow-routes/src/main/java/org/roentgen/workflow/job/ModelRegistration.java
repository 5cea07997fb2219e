package org.roentgen.workflow.job;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.roentgen.domain.error.ErrorCode;
import org.roentgen.domain.error.RoentgenException;
import org.roentgen.domain.event.TrainingCompleted;
import org.roentgen.domain.model.ModelManifest;
import org.roentgen.workflow.database.Json;
import org.roentgen.workflow.database.Sql;

/** Registers the model that a training run made, once for each run, as a candidate. */
@ApplicationScoped
class ModelRegistration {
    private final Sql sql;
    private final Json json;
    private final ModelPackageVerifier verifier;
    private final ProductionComparison comparison;

    ModelRegistration(Sql sql, Json json, ModelPackageVerifier verifier, ProductionComparison comparison) {
        this.sql = sql;
        this.json = json;
        this.verifier = verifier;
        this.comparison = comparison;
    }

    /** @throws RoentgenException of category INVALID_INPUT if the model may not be registered */
    void register(TrainingCompleted event) {
        Optional<TrainedModel> trained = sql.first(
                "select id, model_name from training_run where job_id = ?",
                row -> new TrainedModel(row.uuid("id"), row.text("model_name")),
                event.jobId().value());
        if (trained.isEmpty()) {
            throw new RoentgenException(
                    ErrorCode.INTERNAL_ERROR,
                    "Job " + event.jobId() + " completed a training, but no training run has it");
        }
        ModelManifest manifest = verifier.verify(event.modelPackage());
        UUID model = modelNamed(trained.get().modelName(), manifest);
        UUID version = UUID.randomUUID();
        int registered = sql.update(
                """
                insert into model_version (id, model_id, version, training_run_id, package_object_id, stage,
                    parity_max_abs_difference, metrics, labels)
                select ?, ?, coalesce(max(version), 0) + 1, ?, ?, 'CANDIDATE', ?, ?::jsonb, ?::jsonb
                from model_version where model_id = ?
                on conflict (training_run_id) do nothing
                """,
                version,
                model,
                trained.get().trainingRun(),
                event.modelPackage().value(),
                manifest.parity().maxAbsDifference(),
                json.write(event.metrics()),
                json.write(manifest.labels()),
                model);
        if (registered > 0) {
            sql.update("""
                    insert into model_stage_change (id, model_version_id, from_stage, to_stage, changed_by, reason)
                    values (?, ?, '', 'CANDIDATE', 'training', 'trained, exported and within its parity tolerance')
                    """, UUID.randomUUID(), version);
            comparison.startIfChanged(version, event.jobId());
        }
    }

    /** The model's row, locked so that two versions cannot get one number. */
    UUID modelNamed(String name, ModelManifest manifest) {
        sql.update(
                "insert into model (id, name, task) values (?, ?, ?) on conflict (name) do nothing",
                UUID.randomUUID(),
                name,
                manifest.task());
        ModelRow row = sql.first(
                        "select id, task from model where name = ? for update",
                        found -> new ModelRow(found.uuid("id"), found.text("task")),
                        name)
                .orElseThrow();
        if (!row.task().equals(manifest.task().name())) {
            throw new RoentgenException(
                    ErrorCode.INVALID_MODEL_PACKAGE,
                    "Model '" + name + "' is registered for " + row.task() + ", this one does " + manifest.task()
                            + ": train it under another name");
        }
        return row.id();
    }

    private record TrainedModel(UUID trainingRun, String modelName) {}

    private record ModelRow(UUID id, String task) {}
}
