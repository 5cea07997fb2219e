package org.roentgen.domain.job;

import org.roentgen.domain.JobId;
import org.roentgen.domain.model.ServingForm;
import org.roentgen.domain.object.ObjectId;

/** Make of a model package one for other systems, whose graph does more of the way itself. */
public record ExportModelJob(int schemaVersion, JobId jobId, Priority priority, ObjectId modelPackage, ServingForm form)
        implements Job {}
