package org.roentgen.domain.job;

import org.roentgen.domain.JobId;
import org.roentgen.domain.model.ForeignModel;
import org.roentgen.domain.object.ObjectId;

/** Try an ONNX model that was trained elsewhere, and sign a package of it where the trial succeeds. */
public record ImportModelJob(int schemaVersion, JobId jobId, Priority priority, ObjectId onnx, ForeignModel form)
        implements Job {}
