package org.roentgen.workflow.pipeline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.roentgen.domain.JobId;
import org.roentgen.domain.error.Cause;
import org.roentgen.domain.job.Job;
import org.roentgen.workflow.database.Json;
import org.roentgen.workflow.database.Notifications;
import org.roentgen.workflow.database.Notifications.Subject;
import org.roentgen.workflow.database.Sql;
import org.roentgen.workflow.outbox.JobQueue;

/** Writes how a step ended and, in the same transaction, what follows from it. */
@ApplicationScoped
public class StepCompletion {
    private static final Logger LOG = Logger.getLogger(StepCompletion.class);
    private final Sql sql;
    private final Json json;
    private final Notifications notifications;
    private final JobQueue jobs;

    StepCompletion(Sql sql, Json json, Notifications notifications, JobQueue jobs) {
        this.sql = sql;
        this.json = json;
        this.notifications = notifications;
        this.jobs = jobs;
    }

    /** Finishes a claimed step; does nothing if this process lost its lease to another. */
    @Transactional
    public void finish(ClaimedStep step, StepOutcome outcome) {
        boolean ours =
                switch (outcome) {
                    case StepOutcome.Completed completed -> complete(step, completed);
                    case StepOutcome.AwaitJob await -> awaitJob(step, await.job());
                    case StepOutcome.AwaitReview _ -> awaitReview(step);
                    case StepOutcome.Stopped stopped -> stop(step, stopped.cause());
                };
        if (!ours) {
            LOG.warnf(
                    "Step %s attempt %d: its lease ran out and another attempt took over; this result is dropped",
                    step.id(), step.attempt());
        }
    }

    /**
     * Completes the step that waits for this job.
     *
     * @return false if no step waits for it: it was completed before, or replayed with another job
     */
    @Transactional
    public boolean completeWaiting(JobId job, Object output) {
        Optional<Waiting> waiting = sql.first(
                """
                update pipeline_step set state = 'COMPLETED', finished_at = now(), output = ?::jsonb,
                    cause_code = null, cause_message = null
                where state = 'WAITING' and output ->> 'jobId' = ? and id = (select step_id from job where id = ?)
                returning id, run_id
                """,
                row -> new Waiting(row.uuid("id"), row.uuid("run_id")),
                json.write(output),
                job.toString(),
                job.value());
        waiting.ifPresent(step -> {
            notifications.changed(Subject.STEP, step.id(), "COMPLETED");
            advance(step.runId());
        });
        return waiting.isPresent();
    }

    private boolean complete(ClaimedStep step, StepOutcome.Completed completed) {
        boolean ours = sql.update("""
                        update pipeline_step set state = 'COMPLETED', finished_at = now(), lease_until = null,
                            output = ?::jsonb, cause_code = null, cause_message = null
                        where id = ? and state = 'RUNNING' and attempt = ?
                        """, json.write(completed.output()), step.id(), step.attempt()) == 1;
        if (ours) {
            completed.effect().run();
            notifications.changed(Subject.STEP, step.id(), "COMPLETED");
            advance(step.run().runId());
        }
        return ours;
    }

    private boolean awaitJob(ClaimedStep step, Job job) {
        boolean ours = await(step, json.write(Map.of("jobId", job.jobId())));
        if (ours) {
            jobs.add(job, step.id());
        }
        return ours;
    }

    private boolean awaitReview(ClaimedStep step) {
        boolean ours = await(step, "{}");
        if (ours) {
            UUID run = step.run().runId();
            sql.update("""
                    insert into review (id, run_id, state) values (?, ?, 'PENDING') on conflict (run_id) do update
                    set state = 'PENDING', reader = null, reason = null, decided_at = null
                    """, UUID.randomUUID(), run);
            sql.update("update pipeline_run set state = 'WAITING_FOR_REVIEW' where id = ?", run);
            notifications.changed(Subject.RUN, run, "WAITING_FOR_REVIEW");
        }
        return ours;
    }

    private boolean await(ClaimedStep step, String output) {
        boolean ours = sql.update("""
                        update pipeline_step set state = 'WAITING', lease_until = null, output = ?::jsonb,
                            cause_code = null, cause_message = null
                        where id = ? and state = 'RUNNING' and attempt = ?
                        """, output, step.id(), step.attempt()) == 1;
        if (ours) {
            notifications.changed(Subject.STEP, step.id(), "WAITING");
        }
        return ours;
    }

    private boolean stop(ClaimedStep step, Cause cause) {
        boolean ours = sql.update("""
                        update pipeline_step set state = 'STOPPED', finished_at = now(), lease_until = null,
                            cause_code = ?, cause_message = ?
                        where id = ? and state = 'RUNNING' and attempt = ?
                        """, cause.code(), cause.message(), step.id(), step.attempt()) == 1;
        if (ours) {
            UUID run = step.run().runId();
            sql.update("""
                    update pipeline_run set state = 'STOPPED', finished_at = now(), cause_code = ?, cause_message = ?
                    where id = ?
                    """, cause.code(), cause.message(), run);
            notifications.changed(Subject.STEP, step.id(), "STOPPED");
            notifications.changed(Subject.RUN, run, "STOPPED");
        }
        return ours;
    }

    private void advance(UUID run) {
        Optional<UUID> next = sql.first("""
                update pipeline_step set state = 'READY', available_at = now()
                where state = 'PENDING' and run_id = ? and ordinal = (select min(ordinal) from pipeline_step
                    where run_id = ? and state not in ('COMPLETED', 'SKIPPED'))
                returning id
                """, row -> row.uuid("id"), run, run);
        if (next.isPresent()) {
            notifications.changed(Subject.STEP, next.get(), "READY");
            return;
        }
        int completed = sql.update("""
                update pipeline_run set state = 'COMPLETED', finished_at = now(), cause_code = null,
                    cause_message = null
                where id = ? and not exists (select 1 from pipeline_step
                    where run_id = ? and state not in ('COMPLETED', 'SKIPPED'))
                """, run, run);
        if (completed == 1) {
            notifications.changed(Subject.RUN, run, "COMPLETED");
        }
    }

    private record Waiting(UUID id, UUID runId) {}
}
