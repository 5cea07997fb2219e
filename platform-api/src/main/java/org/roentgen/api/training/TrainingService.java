package org.roentgen.api.training;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.roentgen.api.JobQueue;
import org.roentgen.api.Json;
import org.roentgen.api.model.ModelName;
import org.roentgen.api.problem.ProblemException;
import org.roentgen.domain.JobId;
import org.roentgen.domain.TrainingRunId;
import org.roentgen.domain.dataset.Task;
import org.roentgen.domain.job.EstimateTrainingJob;
import org.roentgen.domain.job.Job;
import org.roentgen.domain.job.Priority;
import org.roentgen.domain.job.TrainJob;
import org.roentgen.domain.model.TrainingSpec;
import org.roentgen.domain.model.Transfer;
import org.roentgen.domain.object.ObjectId;
import org.roentgen.store.entity.JobRecord;
import org.roentgen.store.entity.TrainingRun;
import org.roentgen.store.event.Announcements;
import org.roentgen.store.query.Queries;

/** Starts and cancels training runs; the job goes out through the outbox of workflow-routes. */
@ApplicationScoped
public class TrainingService {
    private final EntityManager entities;
    private final Queries queries;
    private final Announcements announcements;
    private final JobQueue jobs;
    private final Json json;

    TrainingService(EntityManager entities, Queries queries, Announcements announcements, JobQueue jobs, Json json) {
        this.entities = entities;
        this.queries = queries;
        this.announcements = announcements;
        this.jobs = jobs;
        this.json = json;
    }

    private record Version(String manifest, Task task) {}

    private record Order(ObjectId manifest, TrainingSpec spec) {}

    /** Writes the run and its job in one transaction. */
    @Transactional
    public UUID start(String modelName, UUID datasetVersionId, SpecRequest asked, String author) {
        ModelName.check("modelName", modelName);
        Order order = order(datasetVersionId, asked);
        JobId jobId = JobId.random();
        TrainingRunId runId = TrainingRunId.random();
        Job job = new TrainJob(
                Job.SCHEMA_VERSION,
                jobId,
                Priority.ROUTINE,
                runId,
                modelName,
                order.manifest(),
                order.spec(),
                production(modelName));
        jobs.add(job);
        entities.persist(new TrainingRun(
                runId.value(),
                modelName,
                datasetVersionId,
                json.write(TrainingSpec.class, order.spec()),
                jobId.value(),
                author));
        entities.flush();
        announcements.changed("training", runId.value(), TrainingRun.State.QUEUED.name());
        return runId.value();
    }

    /** Asks a worker what memory a training would need; nothing is trained. */
    @Transactional
    public UUID estimate(UUID datasetVersionId, SpecRequest asked) {
        Order order = order(datasetVersionId, asked);
        JobId jobId = JobId.random();
        jobs.add(new EstimateTrainingJob(Job.SCHEMA_VERSION, jobId, Priority.STAT, order.manifest(), order.spec()));
        return jobId.value();
    }

    private Order order(UUID datasetVersionId, SpecRequest asked) {
        Version version = queries.first(
                        "select v.manifest_object_id, d.task from dataset_version v join dataset d on d.id ="
                                + " v.dataset_id where v.id = :id",
                        Map.of("id", datasetVersionId),
                        row -> new Version(row.text("manifest_object_id"), row.constant("task", Task.class)))
                .orElseThrow(() -> ProblemException.notFound("dataset version", datasetVersionId));
        TrainingSpec spec = asked.complete(asked.transfer().map(this::transfer));
        if (version.task() != spec.task()) {
            throw ProblemException.invalid("task " + spec.task() + " does not fit dataset version " + datasetVersionId
                    + ", which is for " + version.task());
        }
        return new Order(new ObjectId(version.manifest()), spec);
    }

    private Transfer transfer(TransferRequest asked) {
        if (asked.modelVersionId() == null) {
            throw ProblemException.invalid("spec.transfer.modelVersionId is needed: the model to start from");
        }
        ObjectId source = queries.first(
                        "select package_object_id from model_version where id = :id",
                        Map.of("id", asked.modelVersionId()),
                        row -> new ObjectId(row.text("package_object_id")))
                .orElseThrow(() -> ProblemException.notFound("model version", asked.modelVersionId()));
        return new Transfer(source, asked.frozen().orElse(List.of()));
    }

    private Optional<ObjectId> production(String modelName) {
        return queries.first(
                "select v.package_object_id from model_version v join model m on m.id = v.model_id"
                        + " where m.name = :name and v.stage = 'PRODUCTION'",
                Map.of("name", modelName),
                row -> new ObjectId(row.text("package_object_id")));
    }

    /** Asks for the end of a run that has not ended; workflow-routes carries it out. */
    @Transactional
    public void cancel(UUID runId) {
        TrainingRun run = entities.find(TrainingRun.class, runId, LockModeType.PESSIMISTIC_WRITE);
        if (run == null) {
            throw ProblemException.notFound("training run", runId);
        }
        if (run.state().isTerminal()) {
            throw ProblemException.conflict(
                    "ALREADY_ENDED", "Training run " + runId + " is " + run.state() + " and cannot be cancelled");
        }
        JobRecord job = entities.find(JobRecord.class, run.jobId());
        job.cancel();
        run.state(TrainingRun.State.CANCELLING);
        entities.flush();
        announcements.changed("training", runId, run.state().name());
    }
}
