package org.roentgen.domain.job;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Optional;
import org.roentgen.domain.JobId;
import org.roentgen.domain.TrainingRunId;
import org.roentgen.domain.model.TrainingSpec;
import org.roentgen.domain.object.ObjectId;

/**
 * Train, evaluate, export and sign a model. A redelivered job goes on from the checkpoint that the reference
 * {@code training-runs/<trainingRun>/checkpoint} of the de-identified store names.
 *
 * @param production package of the model's version in production, to compare with
 */
public record TrainJob(
        int schemaVersion,
        JobId jobId,
        Priority priority,
        TrainingRunId trainingRun,
        String modelName,
        ObjectId datasetManifest,
        TrainingSpec spec,
        Optional<ObjectId> production)
        implements Job {
    @JsonCreator
    public TrainJob {}

    /** A job of a model that has no version in production. */
    public TrainJob(
            int schemaVersion,
            JobId jobId,
            Priority priority,
            TrainingRunId trainingRun,
            String modelName,
            ObjectId datasetManifest,
            TrainingSpec spec) {
        this(schemaVersion, jobId, priority, trainingRun, modelName, datasetManifest, spec, Optional.empty());
    }
}
