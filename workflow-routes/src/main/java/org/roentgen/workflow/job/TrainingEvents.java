package org.roentgen.workflow.job;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roentgen.domain.JobId;
import org.roentgen.domain.error.Cause;
import org.roentgen.domain.error.RoentgenException;
import org.roentgen.domain.event.EpochFinished;
import org.roentgen.domain.event.JobCancelled;
import org.roentgen.domain.event.JobStarted;
import org.roentgen.domain.event.TrainingCompleted;
import org.roentgen.domain.event.TrainingEstimated;
import org.roentgen.workflow.database.Json;
import org.roentgen.workflow.database.Notifications;
import org.roentgen.workflow.database.Notifications.Subject;
import org.roentgen.workflow.database.Sql;

/** The effect of events on training runs; runs in the transaction of {@link JobEvents}. */
@ApplicationScoped
class TrainingEvents {
    private final Sql sql;
    private final Json json;
    private final Notifications notifications;
    private final ModelRegistration registration;

    TrainingEvents(Sql sql, Json json, Notifications notifications, ModelRegistration registration) {
        this.sql = sql;
        this.json = json;
        this.notifications = notifications;
        this.registration = registration;
    }

    void started(JobStarted event) {
        changed(
                "RUNNING",
                sql.list(
                        """
                        update training_run set device = ?, started_at = coalesce(started_at, ?),
                            state = case when state = 'QUEUED' then 'RUNNING' else state end
                        where job_id = ? returning id
                        """,
                        row -> row.uuid("id"),
                        event.device(),
                        event.at(),
                        event.jobId().value()));
    }

    /** A resumed training repeats the epoch that it was in: the later event counts. */
    void epochFinished(EpochFinished event) {
        List<UUID> runs = sql.list(
                """
                insert into training_epoch (training_run_id, epoch, epochs, metrics, seconds_left, at)
                select id, ?, ?, ?::jsonb, ?, ? from training_run where job_id = ?
                on conflict (training_run_id, epoch) do update set epochs = excluded.epochs,
                    metrics = excluded.metrics, seconds_left = excluded.seconds_left, at = excluded.at
                returning training_run_id
                """,
                row -> row.uuid("training_run_id"),
                event.epoch(),
                event.epochs(),
                json.write(event.metrics()),
                event.secondsLeft(),
                event.at(),
                event.jobId().value());
        runs.forEach(run -> notifications.changed(Subject.EPOCH, run, Integer.toString(event.epoch())));
    }

    /** Registers the model; one that may not be registered fails the run with the reason. */
    void completed(TrainingCompleted event) {
        try {
            registration.register(event);
        } catch (RoentgenException refused) {
            switch (refused.code().category()) {
                case INVALID_INPUT -> {
                    failed(event.jobId(), refused.toCause());
                    return;
                }
                case EXTERNAL, RESOURCES, INTERNAL -> throw refused;
            }
        }
        end(event.jobId(), "COMPLETED", null);
    }

    void estimated(TrainingEstimated event) {
        sql.update(
                """
                insert into training_estimate (job_id, engine_bytes, image_bytes, text, refusal) values (?, ?, ?, ?, ?)
                on conflict (job_id) do nothing
                """,
                event.jobId().value(),
                event.engineBytes(),
                event.imageBytes(),
                event.text(),
                event.refusal().orElse(null));
    }

    void failed(JobId job, Cause cause) {
        end(job, "FAILED", cause);
    }

    void cancelled(JobCancelled event) {
        end(event.jobId(), "CANCELLED", null);
    }

    private void end(JobId job, String state, @Nullable Cause cause) {
        changed(
                state,
                sql.list(
                        """
                        update training_run set state = ?, finished_at = now(), cause_code = ?, cause_message = ?
                        where job_id = ? returning id
                        """,
                        row -> row.uuid("id"),
                        state,
                        cause == null ? null : cause.code(),
                        cause == null ? null : cause.message(),
                        job.value()));
    }

    private void changed(String state, List<UUID> runs) {
        runs.forEach(run -> notifications.changed(Subject.TRAINING, run, state));
    }
}
