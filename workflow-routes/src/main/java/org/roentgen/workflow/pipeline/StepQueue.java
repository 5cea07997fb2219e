package org.roentgen.workflow.pipeline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.roentgen.domain.pipeline.StepConfiguration;
import org.roentgen.workflow.configuration.WorkflowConfiguration;
import org.roentgen.workflow.database.Json;
import org.roentgen.workflow.database.Notifications;
import org.roentgen.workflow.database.Notifications.Subject;
import org.roentgen.workflow.database.Sql;

/**
 * Hands out due steps, each to one process at a time. A claim is a lease: a process that dies stops renewing it, and the step
 * is handed out again.
 */
@ApplicationScoped
public class StepQueue {
    private final Sql sql;
    private final Json json;
    private final Notifications notifications;
    private final WorkflowConfiguration configuration;

    StepQueue(Sql sql, Json json, Notifications notifications, WorkflowConfiguration configuration) {
        this.sql = sql;
        this.json = json;
        this.notifications = notifications;
        this.configuration = configuration;
    }

    /** Claims up to {@code limit} due steps of running runs, the longest waiting first. */
    @Transactional
    public List<ClaimedStep> claim(int limit) {
        List<ClaimedStep> claimed = sql.list(
                """
                update pipeline_step step
                set state = 'RUNNING', attempt = step.attempt + 1, lease_until = now() + ? * interval '1 millisecond',
                    started_at = coalesce(step.started_at, now()), finished_at = null
                from (select due.id, run.pipeline_version_id, run.study_id, run.series_id
                      from pipeline_step due join pipeline_run run on run.id = due.run_id
                      where due.state = 'READY' and due.available_at <= now() and run.state = 'RUNNING'
                      order by due.available_at limit ? for update of due skip locked) picked
                where step.id = picked.id
                returning step.id, step.run_id, step.ordinal, step.attempt, step.configuration,
                    picked.pipeline_version_id, picked.study_id, picked.series_id
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
                configuration.lease().toMillis(),
                limit);
        claimed.forEach(step -> notifications.changed(Subject.STEP, step.id(), "RUNNING"));
        return claimed;
    }

    /** Keeps the steps for another lease. */
    @Transactional
    public void renew(Collection<ClaimedStep> steps) {
        for (ClaimedStep step : steps) {
            sql.update("""
                    update pipeline_step set lease_until = now() + ? * interval '1 millisecond'
                    where id = ? and state = 'RUNNING' and attempt = ?
                    """, configuration.lease().toMillis(), step.id(), step.attempt());
        }
    }

    /**
     * Makes steps ready again whose process no longer renews them. One that has used up its attempts this way has probably
     * killed its process each time and becomes a dead letter.
     */
    @Transactional
    public void expireLeases() {
        List<UUID> expired = sql.list("""
                update pipeline_step set state = 'READY', lease_until = null, available_at = now()
                where id in (select id from pipeline_step where state = 'RUNNING' and lease_until < now()
                             and attempt % ? <> 0 for update skip locked)
                returning id
                """, row -> row.uuid("id"), configuration.maximumAttempts());
        expired.forEach(id -> notifications.changed(Subject.STEP, id, "READY"));
        List<UUID> deadRuns = sql.list(
                """
                update pipeline_step set state = 'DEAD_LETTER', lease_until = null, finished_at = now(),
                    cause_code = 'INTERNAL_ERROR',
                    cause_message = 'The service stopped ' || ? || ' times while it carried this step out: see its log'
                where id in (select id from pipeline_step where state = 'RUNNING' and lease_until < now()
                             and attempt % ? = 0 for update skip locked)
                returning run_id
                """, row -> row.uuid("run_id"), configuration.maximumAttempts(), configuration.maximumAttempts());
        for (UUID run : deadRuns) {
            sql.update("""
                    update pipeline_run set state = 'FAILED', finished_at = now(), cause_code = 'INTERNAL_ERROR',
                        cause_message = 'A step stopped the service repeatedly: see its log' where id = ?
                    """, run);
            notifications.changed(Subject.RUN, run, "FAILED");
        }
    }
}
