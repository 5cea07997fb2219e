package org.roentgen.workflow.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.apache.camel.Body;
import org.jboss.logging.Logger;
import org.roentgen.domain.JobId;
import org.roentgen.domain.event.EpochFinished;
import org.roentgen.domain.event.InferenceCompleted;
import org.roentgen.domain.event.JobCancelled;
import org.roentgen.domain.event.JobEvent;
import org.roentgen.domain.event.JobFailed;
import org.roentgen.domain.event.JobProgressed;
import org.roentgen.domain.event.JobStarted;
import org.roentgen.domain.event.ModelCompared;
import org.roentgen.domain.event.ModelExported;
import org.roentgen.domain.event.ModelImported;
import org.roentgen.domain.event.TrainingCompleted;
import org.roentgen.domain.event.TrainingEstimated;
import org.roentgen.workflow.database.Sql;

/**
 * Persists events. The broker delivers an event at least once and a worker may repeat a job, so every effect is guarded by the
 * job's state: an event of a job that has ended changes nothing.
 */
@ApplicationScoped
public class JobEvents {
    private static final Logger LOG = Logger.getLogger(JobEvents.class);
    private final Sql sql;
    private final TrainingEvents training;
    private final InferenceEvents inference;
    private final ModelEvents models;

    JobEvents(Sql sql, TrainingEvents training, InferenceEvents inference, ModelEvents models) {
        this.sql = sql;
        this.training = training;
        this.inference = inference;
        this.models = models;
    }

    /** Writes the event's effect, in one transaction. */
    @Transactional
    public void persist(@Body JobEvent event) {
        UUID job = event.jobId().value();
        Optional<String> state =
                sql.first("select state from job where id = ? for update", row -> row.text("state"), job);
        if (state.isEmpty()) {
            LOG.warnf(
                    "Event %s of job %s: no such job, ignored", event.getClass().getSimpleName(), job);
            return;
        }
        if (isEnded(state.get())) {
            LOG.debugf(
                    "Event %s of job %s: it is already %s, ignored",
                    event.getClass().getSimpleName(), job, state.get());
            return;
        }
        switch (event) {
            case JobStarted started -> {
                setRunning(job);
                training.started(started);
            }
            case JobProgressed progressed ->
                sql.update(
                        "update job set progress = ?, message = ? where id = ?",
                        progressed.fraction(),
                        progressed.message(),
                        job);
            case EpochFinished epoch -> training.epochFinished(epoch);
            case TrainingCompleted completed -> {
                end(event.jobId(), "COMPLETED");
                training.completed(completed);
            }
            case InferenceCompleted completed -> {
                end(event.jobId(), "COMPLETED");
                inference.completed(completed);
            }
            case ModelImported imported -> {
                end(event.jobId(), "COMPLETED");
                models.imported(imported);
            }
            case TrainingEstimated estimated -> {
                end(event.jobId(), "COMPLETED");
                training.estimated(estimated);
            }
            case ModelCompared compared -> {
                end(event.jobId(), "COMPLETED");
                models.compared(compared);
            }
            case ModelExported exported -> {
                end(event.jobId(), "COMPLETED");
                models.exported(exported);
            }
            case JobFailed failed -> {
                end(event.jobId(), "FAILED");
                sql.update(
                        "update job set cause_code = ?, cause_message = ? where id = ?",
                        failed.cause().code(),
                        failed.cause().message(),
                        job);
                training.failed(failed.jobId(), failed.cause());
                inference.failed(failed);
            }
            case JobCancelled cancelled -> {
                end(event.jobId(), "CANCELLED");
                training.cancelled(cancelled);
            }
        }
    }

    private void setRunning(UUID job) {
        sql.update("update job set state = 'RUNNING' where id = ?", job);
    }

    private void end(JobId job, String state) {
        sql.update("""
                update job set state = ?, finished_at = now(),
                    progress = case when ? = 'COMPLETED' then 1 else progress end where id = ?
                """, state, state, job.value());
    }

    private static boolean isEnded(String state) {
        return switch (state) {
            case "COMPLETED", "FAILED", "CANCELLED" -> true;
            default -> false;
        };
    }
}
