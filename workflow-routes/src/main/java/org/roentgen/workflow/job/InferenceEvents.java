package org.roentgen.workflow.job;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.roentgen.domain.JobId;
import org.roentgen.domain.event.InferenceCompleted;
import org.roentgen.domain.event.JobFailed;
import org.roentgen.domain.pipeline.StepConfiguration;
import org.roentgen.workflow.database.Json;
import org.roentgen.workflow.database.Sql;
import org.roentgen.workflow.pipeline.ClaimedStep;
import org.roentgen.workflow.pipeline.RunReference;
import org.roentgen.workflow.pipeline.StepCompletion;
import org.roentgen.workflow.pipeline.StepFailures;
import org.roentgen.workflow.shadow.ShadowRuns;

/** The effect of events on pipeline steps that wait for a job; runs in the transaction of {@link JobEvents}. */
@ApplicationScoped
class InferenceEvents {
    private static final Logger LOG = Logger.getLogger(InferenceEvents.class);
    private final Sql sql;
    private final Json json;
    private final StepCompletion completion;
    private final StepFailures failures;
    private final ShadowRuns shadows;

    InferenceEvents(Sql sql, Json json, StepCompletion completion, StepFailures failures, ShadowRuns shadows) {
        this.sql = sql;
        this.json = json;
        this.completion = completion;
        this.failures = failures;
        this.shadows = shadows;
    }

    void completed(InferenceCompleted event) {
        if (completion.completeWaiting(event.jobId(), event.result())) {
            follow(event);
        } else {
            shadows.completed(event);
        }
    }

    private void follow(InferenceCompleted production) {
        try {
            shadows.follow(production);
        } catch (RuntimeException failure) {
            LOG.warnf(failure, "The shadows of job %s could not be queued; its study goes on", production.jobId());
        }
    }

    void failed(JobFailed event) {
        stepOf(event.jobId()).ifPresent(step -> failures.jobFailed(event.jobId(), event.cause(), step));
    }

    private Optional<ClaimedStep> stepOf(JobId job) {
        return sql.first(
                """
                select step.id, step.run_id, step.ordinal, step.attempt, step.configuration,
                    run.pipeline_version_id, run.study_id, run.series_id
                from job join pipeline_step step on step.id = job.step_id join pipeline_run run on run.id = step.run_id
                where job.id = ?
                """,
                row -> new ClaimedStep(
                        row.uuid("id"),
                        new RunReference(
                                row.uuid("run_id"),
                                row.uuid("pipeline_version_id"),
                                row.uuid("study_id"),
                                row.uuid("series_id")),
                        row.integer("ordinal"),
                        row.integer("attempt"),
                        json.read(row.text("configuration"), StepConfiguration.class)),
                job.value());
    }
}
