package org.roentgen.domain.event;

import java.time.Instant;
import org.roentgen.domain.JobId;

/** A worker took the job; {@code resumedFromEpoch} is 0 unless it goes on from a checkpoint. */
public record JobStarted(JobId jobId, Instant at, String worker, String device, int resumedFromEpoch)
        implements JobEvent {}
