package org.roentgen.domain.event;

import java.time.Instant;
import org.roentgen.domain.JobId;
import org.roentgen.domain.error.Cause;

/** The job ended without a result. */
public record JobFailed(JobId jobId, Instant at, Cause cause) implements JobEvent {}
