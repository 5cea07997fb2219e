package org.roentgen.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import org.roentgen.domain.job.Job;
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
        entities.persist(new JobRecord(job, json.write(Job.class, job)));
        entities.flush();
    }
}
