package org.roentgen.domain.job;

import org.roentgen.domain.JobId;
import org.roentgen.domain.object.ObjectId;

/**
 * Run two models on the same test cases and test whether they differ.
 *
 * @param modelPackage of the version that is judged
 * @param reference package of the version that is in production
 */
public record CompareModelJob(
        int schemaVersion, JobId jobId, Priority priority, ObjectId modelPackage, ObjectId reference) implements Job {}
