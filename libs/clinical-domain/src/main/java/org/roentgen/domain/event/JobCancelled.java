package org.roentgen.domain.event;

import java.time.Instant;
import org.roentgen.domain.JobId;

/** The job stopped on request. */
public record JobCancelled(JobId jobId, Instant at) implements JobEvent {}
