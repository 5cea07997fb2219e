package org.roentgen.domain.event;

import java.time.Instant;
import org.roentgen.domain.JobId;
import org.roentgen.domain.object.ObjectId;

/** The trial of a foreign model succeeded; its signed package is in the object store. */
public record ModelImported(JobId jobId, Instant at, ObjectId modelPackage) implements JobEvent {}
