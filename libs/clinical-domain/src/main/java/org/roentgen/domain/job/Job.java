package org.roentgen.domain.job;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.roentgen.domain.JobId;

/** Work for a worker, JSON on the wire with {@code type} and {@code schemaVersion}. Carries ids and references, never pixels. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = TrainJob.class, name = "train"),
    @JsonSubTypes.Type(value = InferenceJob.class, name = "infer"),
    @JsonSubTypes.Type(value = ImportModelJob.class, name = "import-model"),
    @JsonSubTypes.Type(value = EstimateTrainingJob.class, name = "estimate-training"),
    @JsonSubTypes.Type(value = CompareModelJob.class, name = "compare-model"),
    @JsonSubTypes.Type(value = ExportModelJob.class, name = "export-model")
})
public sealed interface Job
        permits TrainJob, InferenceJob, ImportModelJob, EstimateTrainingJob, CompareModelJob, ExportModelJob {
    int SCHEMA_VERSION = 1;

    int schemaVersion();

    JobId jobId();

    Priority priority();
}
