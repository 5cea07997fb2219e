package org.roentgen.domain.event;

import java.time.Instant;
import org.roentgen.domain.JobId;
import org.roentgen.domain.object.ObjectId;

/**
 * A model package was exported for other systems.
 *
 * @param zip its entries, without a signature
 */
public record ModelExported(JobId jobId, Instant at, ObjectId zip) implements JobEvent {}
