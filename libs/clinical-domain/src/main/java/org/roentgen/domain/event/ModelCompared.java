package org.roentgen.domain.event;

import java.time.Instant;
import org.roentgen.domain.JobId;
import org.roentgen.domain.object.ObjectId;

/**
 * Two models were run on the same cases.
 *
 * @param comparison JSON in the object store, of the form of {@code comparison} in {@code evaluation.json}
 */
public record ModelCompared(JobId jobId, Instant at, ObjectId comparison) implements JobEvent {}
