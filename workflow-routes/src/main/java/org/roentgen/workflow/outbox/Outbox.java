package org.roentgen.workflow.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.roentgen.domain.JobId;
import org.roentgen.domain.job.CancelJob;
import org.roentgen.domain.job.Destinations;
import org.roentgen.domain.job.Job;
import org.roentgen.workflow.database.Json;
import org.roentgen.workflow.database.Notifications;
import org.roentgen.workflow.database.Notifications.Subject;
import org.roentgen.workflow.database.Sql;

/** Jobs that were written in the transaction of their cause and now go to the broker. */
@ApplicationScoped
public class Outbox {
    private static final int JOBS_AT_ONCE = 50;
    private final Sql sql;
    private final Json json;
    private final Notifications notifications;
    private final JobSender sender;

    Outbox(Sql sql, Json json, Notifications notifications, JobSender sender) {
        this.sql = sql;
        this.json = json;
        this.notifications = notifications;
        this.sender = sender;
    }

    /**
     * Sends the pending jobs, the urgent ones first, and marks them sent. A crash in between sends a job again under the same
     * duplicate-detection id, and the broker drops the second.
     */
    @Transactional
    public void sendPending() {
        List<PendingJob> jobs = sql.list(
                """
                select id, kind, payload, priority from job where state = 'PENDING' and not cancel_requested
                order by priority desc, created_at limit ? for update skip locked
                """,
                row -> new PendingJob(
                        row.uuid("id"), addressOf(row.text("kind")), row.text("payload"), row.integer("priority")),
                JOBS_AT_ONCE);
        for (PendingJob job : jobs) {
            sender.send(job);
            sql.update("update job set state = 'SENT', sent_at = now() where id = ?", job.id());
        }
    }

    /** Ends jobs that were cancelled before they were sent. */
    @Transactional
    public void cancelPending() {
        List<UUID> cancelled = sql.list("""
                update job set state = 'CANCELLED', finished_at = now() where id in (
                    select id from job where state = 'PENDING' and cancel_requested for update skip locked)
                returning id
                """, row -> row.uuid("id"));
        for (UUID job : cancelled) {
            sql.list("""
                            update training_run set state = 'CANCELLED', finished_at = now() where job_id = ?
                            returning id
                            """, row -> row.uuid("id"), job)
                    .forEach(run -> notifications.changed(Subject.TRAINING, run, "CANCELLED"));
        }
    }

    /** Asks the workers again to stop the jobs whose cancellation they have not confirmed. */
    public void repeatCancellations() {
        sql.list(
                        "select id from job where cancel_requested and state in ('SENT', 'RUNNING')",
                        row -> new CancelJob(Job.SCHEMA_VERSION, new JobId(row.uuid("id"))))
                .forEach(cancel -> sender.sendControl(json.write(cancel)));
    }

    private static String addressOf(String kind) {
        return switch (kind) {
            case "TRAIN" -> Destinations.TRAINING_JOBS;
            case "IMPORT_MODEL", "ESTIMATE", "COMPARE", "EXPORT" -> Destinations.MODEL_JOBS;
            case "INFER" -> Destinations.INFERENCE_JOBS;
            default -> throw new IllegalStateException("Unknown kind of job " + kind);
        };
    }
}
