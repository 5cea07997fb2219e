package org.roentgen.workflow.job;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.roentgen.domain.JobId;
import org.roentgen.domain.job.CompareModelJob;
import org.roentgen.domain.job.Job;
import org.roentgen.domain.job.Priority;
import org.roentgen.domain.object.ObjectId;
import org.roentgen.workflow.database.Sql;
import org.roentgen.workflow.outbox.JobQueue;

/**
 * Has a new version compared with what is in production when it is registered, where that is not what its training was started with:
 * production may have changed while it ran.
 */
@ApplicationScoped
class ProductionComparison {
    private final Sql sql;
    private final JobQueue jobs;

    ProductionComparison(Sql sql, JobQueue jobs) {
        this.sql = sql;
        this.jobs = jobs;
    }

    private record Pair(ObjectId version, ObjectId production) {}

    /** In the transaction that registers the version. */
    void startIfChanged(UUID version, JobId training) {
        sql.first(
                        """
                        select version.package_object_id, production.package_object_id as production_package
                        from model_version version
                        join model_version production on production.model_id = version.model_id
                            and production.stage = 'PRODUCTION'
                        join job on job.id = ?
                        where version.id = ?
                            and job.payload ->> 'production' is distinct from production.package_object_id
                        """,
                        row -> new Pair(
                                new ObjectId(row.text("package_object_id")),
                                new ObjectId(row.text("production_package"))),
                        training.value(),
                        version)
                .ifPresent(pair -> start(version, pair));
    }

    private void start(UUID version, Pair pair) {
        CompareModelJob job = new CompareModelJob(
                Job.SCHEMA_VERSION, JobId.random(), Priority.ROUTINE, pair.version(), pair.production());
        jobs.add(job);
        sql.update(
                "insert into model_comparison (model_version_id, reference_package_id, job_id) values (?, ?, ?)",
                version,
                pair.production().value(),
                job.jobId().value());
    }
}
