package org.roentgen.domain.event;

import java.time.Instant;
import org.roentgen.domain.JobId;

/** How far a job is, from 0 to 1, with a line for people. */
public record JobProgressed(JobId jobId, Instant at, double fraction, String message) implements JobEvent {}
