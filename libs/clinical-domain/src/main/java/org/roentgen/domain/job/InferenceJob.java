package org.roentgen.domain.job;

import java.util.List;
import org.roentgen.domain.JobId;
import org.roentgen.domain.ModelVersionId;
import org.roentgen.domain.inference.InstanceReference;
import org.roentgen.domain.object.ObjectId;

/** Run a model over the instances of one de-identified series. */
public record InferenceJob(
        int schemaVersion,
        JobId jobId,
        Priority priority,
        ModelVersionId modelVersion,
        ObjectId modelPackage,
        List<InstanceReference> instances)
        implements Job {
    public InferenceJob {
        instances = List.copyOf(instances);
    }
}
