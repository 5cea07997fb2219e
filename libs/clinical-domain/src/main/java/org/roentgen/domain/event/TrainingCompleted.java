package org.roentgen.domain.event;

import java.time.Instant;
import java.util.Map;
import org.roentgen.domain.JobId;
import org.roentgen.domain.model.ParityReport;
import org.roentgen.domain.object.ObjectId;

/** The signed model package is in the object store; {@code metrics} are those of the test split. */
public record TrainingCompleted(
        JobId jobId, Instant at, ObjectId modelPackage, ParityReport parity, Map<String, Double> metrics)
        implements JobEvent {}
