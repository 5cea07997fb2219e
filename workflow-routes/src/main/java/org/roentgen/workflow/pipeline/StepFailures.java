package org.roentgen.workflow.pipeline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.roentgen.domain.JobId;
import org.roentgen.domain.error.Cause;
import org.roentgen.domain.error.ErrorCategory;
import org.roentgen.workflow.database.Notifications;
import org.roentgen.workflow.database.Notifications.Subject;
import org.roentgen.workflow.database.Sql;
import org.roentgen.workflow.quarantine.Quarantine;

/** Writes the failure of a step by the error policy: retry, dead letter, or dead letter with a quarantine entry. */
@ApplicationScoped
public class StepFailures {
    private static final Logger LOG = Logger.getLogger(StepFailures.class);
    private final Sql sql;
    private final Notifications notifications;
    private final RetryPolicy retries;
    private final Quarantine quarantine;

    StepFailures(Sql sql, Notifications notifications, RetryPolicy retries, Quarantine quarantine) {
        this.sql = sql;
        this.notifications = notifications;
        this.retries = retries;
        this.quarantine = quarantine;
    }

    /** Tries the step again later; after the last attempt it becomes a dead letter. */
    @Transactional
    public void retry(ClaimedStep step, Cause cause) {
        Optional<Duration> delay = retries.delayAfter(step.attempt());
        if (delay.isEmpty()) {
            deadLetter(step, cause);
            return;
        }
        LOG.warnf("Step %s attempt %d: %s; next attempt in %s", step.id(), step.attempt(), cause, delay.get());
        int changed = sql.update("""
                update pipeline_step set state = 'READY', lease_until = null, cause_code = ?, cause_message = ?,
                    available_at = now() + ? * interval '1 millisecond'
                where id = ? and state in ('RUNNING', 'WAITING') and attempt = ?
                """, cause.code(), cause.message(), delay.get().toMillis(), step.id(), step.attempt());
        if (changed == 1) {
            notifications.changed(Subject.STEP, step.id(), "READY");
        }
    }

    /** Ends the run; it can be replayed. */
    @Transactional
    public void deadLetter(ClaimedStep step, Cause cause) {
        end(step, cause);
    }

    /** Ends the run, since its input breaks a rule, and puts the series into quarantine. */
    @Transactional
    public void quarantine(ClaimedStep step, Cause cause) {
        if (end(step, cause)) {
            quarantine.addStudy("pipeline run " + step.run().runId(), step.run().studyId(), cause);
        }
    }

    /**
     * Applies the policy to the step that waits for a failed job.
     *
     * @return false if no step waits for it
     */
    @Transactional
    public boolean jobFailed(JobId job, Cause cause, ClaimedStep step) {
        boolean waits = sql.first(
                        "select 1 from pipeline_step where id = ? and state = 'WAITING' and output ->> 'jobId' = ?",
                        _ -> Boolean.TRUE,
                        step.id(),
                        job.toString())
                .isPresent();
        if (!waits) {
            return false;
        }
        ErrorCategory category = cause.code().category();
        switch (category) {
            case INVALID_INPUT -> quarantine(step, cause);
            case EXTERNAL, RESOURCES -> retry(step, cause);
            case INTERNAL -> deadLetter(step, cause);
        }
        return true;
    }

    private boolean end(ClaimedStep step, Cause cause) {
        LOG.errorf("Step %s attempt %d ends its run: %s", step.id(), step.attempt(), cause);
        boolean ours = sql.update("""
                        update pipeline_step set state = 'DEAD_LETTER', finished_at = now(), lease_until = null,
                            cause_code = ?, cause_message = ?
                        where id = ? and state in ('RUNNING', 'WAITING') and attempt = ?
                        """, cause.code(), cause.message(), step.id(), step.attempt()) == 1;
        if (ours) {
            UUID run = step.run().runId();
            sql.update("""
                    update pipeline_run set state = 'FAILED', finished_at = now(), cause_code = ?, cause_message = ?
                    where id = ?
                    """, cause.code(), cause.message(), run);
            notifications.changed(Subject.STEP, step.id(), "DEAD_LETTER");
            notifications.changed(Subject.RUN, run, "FAILED");
        }
        return ours;
    }
}
