package org.roentgen.workflow.job;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.roentgen.domain.event.ModelCompared;
import org.roentgen.domain.event.ModelExported;
import org.roentgen.domain.event.ModelImported;
import org.roentgen.domain.model.ModelManifest;
import org.roentgen.workflow.database.Json;
import org.roentgen.workflow.database.Sql;

/** The effect of events on models that are there already or come from elsewhere; runs in the transaction of {@link JobEvents}. */
@ApplicationScoped
class ModelEvents {
    private final Sql sql;
    private final ModelPackageVerifier verifier;
    private final ModelRegistration registration;
    private final Json json;

    ModelEvents(Sql sql, ModelPackageVerifier verifier, ModelRegistration registration, Json json) {
        this.sql = sql;
        this.verifier = verifier;
        this.registration = registration;
        this.json = json;
    }

    /** Registers a foreign model whose trial succeeded, as a draft. */
    void imported(ModelImported event) {
        ModelManifest manifest = verifier.verify(event.modelPackage());
        UUID model = registration.modelNamed(manifest.name(), manifest);
        UUID version = UUID.randomUUID();
        sql.update("""
                insert into model_version (id, model_id, version, package_object_id, stage, parity_max_abs_difference, metrics,
                    labels)
                select ?, ?, coalesce(max(version), 0) + 1, ?, 'DRAFT', 0, '{}'::jsonb, ?::jsonb
                from model_version where model_id = ?
                """, version, model, event.modelPackage().value(), json.write(manifest.labels()), model);
        sql.update("""
                insert into model_stage_change (id, model_version_id, from_stage, to_stage, changed_by, reason)
                select ?, ?, '', 'DRAFT', created_by, 'imported from ' || (form ->> 'origin') from model_import where job_id = ?
                """, UUID.randomUUID(), version, event.jobId().value());
        sql.update(
                "update model_import set model_version_id = ? where job_id = ?",
                version,
                event.jobId().value());
    }

    void compared(ModelCompared event) {
        sql.update(
                "update model_comparison set comparison_object_id = ? where job_id = ?",
                event.comparison().value(),
                event.jobId().value());
    }

    void exported(ModelExported event) {
        sql.update(
                "update model_export set zip_object_id = ? where job_id = ?",
                event.zip().value(),
                event.jobId().value());
    }
}
