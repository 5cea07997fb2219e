package org.roentgen.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import org.roentgen.domain.job.CompareModelJob;
import org.roentgen.domain.job.EstimateTrainingJob;
import org.roentgen.domain.job.ImportModelJob;
import org.roentgen.domain.job.InferenceJob;
import org.roentgen.domain.job.Job;
import org.roentgen.domain.job.TrainJob;
import org.roentgen.store.entity.JobRecord;

/** Jobs for the workers; they go out through the outbox of workflow-routes. */
@ApplicationScoped
public class JobQueue {
    private final EntityManager entities;
    private final Json json;

    JobQueue(EntityManager entities, Json json) {
        this.entities = entities;
        this.json = json;
    }

    /** In the caller's transaction, whose next statements may refer to the job. */
    public void add(Job job) {
        entities.persist(new JobRecord(
                job.jobId().value(),
                kind(job),
                json.write(Job.class, job),
                job.priority().jms(),
                null));
        entities.flush();
    }

    private static JobRecord.Kind kind(Job job) {
        return switch (job) {
            case TrainJob _ -> JobRecord.Kind.TRAIN;
            case InferenceJob _ -> JobRecord.Kind.INFER;
            case ImportModelJob _ -> JobRecord.Kind.IMPORT_MODEL;
            case EstimateTrainingJob _ -> JobRecord.Kind.ESTIMATE;
            case CompareModelJob _ -> JobRecord.Kind.COMPARE;
        };
    }
}
