package org.roentgen.domain.event;

import java.time.Instant;
import org.roentgen.domain.JobId;
import org.roentgen.domain.inference.InferenceResult;

/** The model ran. */
public record InferenceCompleted(JobId jobId, Instant at, InferenceResult result) implements JobEvent {}
