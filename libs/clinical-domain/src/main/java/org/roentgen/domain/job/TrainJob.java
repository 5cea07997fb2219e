package org.roentgen.domain.job;

import org.roentgen.domain.JobId;
import org.roentgen.domain.TrainingRunId;
import org.roentgen.domain.model.TrainingSpec;
import org.roentgen.domain.object.ObjectId;

/**
 * Train, evaluate, export and sign a model. A redelivered job goes on from the checkpoint that the reference
 * {@code training-runs/<trainingRun>/checkpoint} of the de-identified store names.
 */
public record TrainJob(
        int schemaVersion,
        JobId jobId,
        Priority priority,
        TrainingRunId trainingRun,
        String modelName,
        ObjectId datasetManifest,
        TrainingSpec spec)
        implements Job {}
