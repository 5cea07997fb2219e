package org.roentgen.workflow.shadow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.roentgen.domain.JobId;
import org.roentgen.domain.ModelVersionId;
import org.roentgen.domain.dataset.Task;
import org.roentgen.domain.event.InferenceCompleted;
import org.roentgen.domain.inference.InferenceResult;
import org.roentgen.domain.job.InferenceJob;
import org.roentgen.domain.job.Job;
import org.roentgen.domain.job.Priority;
import org.roentgen.domain.object.ObjectId;
import org.roentgen.workflow.database.Json;
import org.roentgen.workflow.database.Row;
import org.roentgen.workflow.database.Sql;
import org.roentgen.workflow.outbox.JobQueue;

/**
 * Lets each version in the stage SHADOW follow the version in production: once that one's result of a step is there, the same
 * series is queued for the shadow, behind everything that someone waits for. No step waits for a shadow, so that its failure, which
 * stays with its job, holds nothing up.
 */
@ApplicationScoped
public class ShadowRuns {
    private final Sql sql;
    private final Json json;
    private final Agreements agreements;
    private final JobQueue jobs;

    ShadowRuns(Sql sql, Json json, Agreements agreements, JobQueue jobs) {
        this.sql = sql;
        this.json = json;
        this.agreements = agreements;
        this.jobs = jobs;
    }

    private record Follower(UUID version, ObjectId modelPackage, UUID step, UUID run, String payload) {}

    /**
     * Queues the shadows of the version that made the result of a step; each once for a run. In a transaction of its own, so that
     * production's result stands whatever becomes of this one.
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void follow(InferenceCompleted production) {
        UUID productionVersion = production.result().modelVersion().value();
        sql.list(
                        """
                        select shadow.id, shadow.package_object_id, step.id as step_id, step.run_id, job.payload
                        from job join pipeline_step step on step.id = job.step_id
                        join model_version production on production.id = ?
                        join model_version shadow on shadow.model_id = production.model_id and shadow.stage = 'SHADOW'
                        where job.id = ? and not exists (select 1 from shadow_result result where result.run_id = step.run_id
                            and result.model_version_id = shadow.id and result.production_version_id = production.id)
                        """,
                        row -> new Follower(
                                row.uuid("id"),
                                new ObjectId(row.text("package_object_id")),
                                row.uuid("step_id"),
                                row.uuid("run_id"),
                                row.text("payload")),
                        productionVersion,
                        production.jobId().value())
                .forEach(follower -> queue(follower, productionVersion));
    }

    private void queue(Follower follower, UUID productionVersion) {
        InferenceJob original = (InferenceJob) json.read(follower.payload(), Job.class);
        InferenceJob job = new InferenceJob(
                Job.SCHEMA_VERSION,
                JobId.random(),
                Priority.BACKGROUND,
                new ModelVersionId(follower.version()),
                follower.modelPackage(),
                original.instances());
        jobs.add(job, follower.step());
        sql.update("""
                insert into shadow_result (job_id, run_id, model_version_id, production_version_id) values (?, ?, ?, ?)
                """, job.jobId().value(), follower.run(), follower.version(), productionVersion);
    }

    /** @param limit of agreement, by the rules of the model */
    private record Pair(Task task, double limit, Optional<InferenceResult> production) {}

    /** Keeps, in the transaction of the event, a shadow's result and how far it agrees with production's; does nothing for other jobs. */
    public void completed(InferenceCompleted shadow) {
        List<Pair> pairs = sql.list(
                """
                update shadow_result set result = ?::jsonb from job, pipeline_step step, model_version version, model
                where job_id = ? and job.id = job_id and step.id = job.step_id
                    and version.id = production_version_id and model.id = version.model_id
                returning model.task, case when step.state = 'COMPLETED'
                    and step.output ->> 'modelVersion' = production_version_id::text then step.output end as output,
                    (select rule ->> 'value' from jsonb_array_elements(coalesce(model.promotion_rules, '[]')) rule
                    where rule ->> 'kind' = case model.task when 'SEGMENTATION' then 'SHADOW_SAME_MASK'
                        else 'SHADOW_FINDING_PRESENT' end limit 1) as agreement_limit
                """, this::pair, json.write(shadow.result()), shadow.jobId().value());
        pairs.forEach(pair -> compare(shadow, pair));
    }

    private Pair pair(Row row) throws SQLException {
        Task task = Task.valueOf(row.text("task"));
        return new Pair(
                task,
                row.optionalText("agreement_limit").map(Double::parseDouble).orElse(Agreements.usualLimit(task)),
                row.optionalText("output").map(output -> json.read(output, InferenceResult.class)));
    }

    private void compare(InferenceCompleted shadow, Pair pair) {
        try {
            InferenceResult production = pair.production()
                    .orElseThrow(
                            () -> new IOException("Production's result was erased or made again by another version"));
            Agreement agreement = agreements.between(pair.task(), pair.limit(), production, shadow.result());
            sql.update(
                    "update shadow_result set agrees = ?, agreement = ?, by_label = ?::jsonb where job_id = ?",
                    agreement.agrees(),
                    agreement.value(),
                    json.write(agreement.byLabel()),
                    shadow.jobId().value());
        } catch (IOException e) {
            sql.update(
                    "update shadow_result set refusal = ? where job_id = ?",
                    e.getMessage(),
                    shadow.jobId().value());
        }
    }
}
