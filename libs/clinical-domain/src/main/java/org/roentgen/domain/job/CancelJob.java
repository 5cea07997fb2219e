package org.roentgen.domain.job;

import org.roentgen.domain.JobId;

/** Asks the worker that runs this job to stop between two steps; repeated until its end event arrives. */
public record CancelJob(int schemaVersion, JobId jobId) {}
