package org.roentgen.domain.job;

import org.roentgen.domain.JobId;
import org.roentgen.domain.model.TrainingSpec;
import org.roentgen.domain.object.ObjectId;

/** Say what memory a training would need on this worker, without starting it. */
public record EstimateTrainingJob(
        int schemaVersion, JobId jobId, Priority priority, ObjectId datasetManifest, TrainingSpec spec)
        implements Job {}
