package org.roentgen.workflow.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roentgen.domain.job.Job;
import org.roentgen.store.entity.JobRecord;
import org.roentgen.workflow.database.Json;
import org.roentgen.workflow.database.Sql;

/** Queues jobs in the caller's transaction, whose next statements may refer to them. */
@ApplicationScoped
public class JobQueue {
    private final Sql sql;
    private final Json json;

    JobQueue(Sql sql, Json json) {
        this.sql = sql;
        this.json = json;
    }

    /** A job that no step of a pipeline asked for. */
    public void add(Job job) {
        insert(job, null);
    }

    /** A job of a pipeline's step. */
    public void add(Job job, UUID step) {
        insert(job, step);
    }

    private void insert(Job job, @Nullable UUID step) {
        sql.update(
                "insert into job (id, kind, payload, priority, state, step_id) values (?, ?, ?::jsonb, ?, 'PENDING', ?)",
                job.jobId().value(),
                JobRecord.Kind.of(job).name(),
                json.write(job),
                job.priority().jms(),
                step);
    }
}
