package org.roentgen.domain.event;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import org.roentgen.domain.JobId;

/** What a worker says about a job, JSON on the events topic. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = JobStarted.class, name = "job-started"),
    @JsonSubTypes.Type(value = JobProgressed.class, name = "job-progressed"),
    @JsonSubTypes.Type(value = EpochFinished.class, name = "epoch-finished"),
    @JsonSubTypes.Type(value = TrainingCompleted.class, name = "training-completed"),
    @JsonSubTypes.Type(value = InferenceCompleted.class, name = "inference-completed"),
    @JsonSubTypes.Type(value = ModelImported.class, name = "model-imported"),
    @JsonSubTypes.Type(value = TrainingEstimated.class, name = "training-estimated"),
    @JsonSubTypes.Type(value = ModelCompared.class, name = "model-compared"),
    @JsonSubTypes.Type(value = ModelExported.class, name = "model-exported"),
    @JsonSubTypes.Type(value = JobFailed.class, name = "job-failed"),
    @JsonSubTypes.Type(value = JobCancelled.class, name = "job-cancelled")
})
public sealed interface JobEvent
        permits JobStarted,
                JobProgressed,
                EpochFinished,
                TrainingCompleted,
                InferenceCompleted,
                ModelImported,
                TrainingEstimated,
                ModelCompared,
                ModelExported,
                JobFailed,
                JobCancelled {
    JobId jobId();

    Instant at();

    /** Whether the job ends with this event. */
    default boolean isTerminal() {
        return switch (this) {
            case JobStarted _, JobProgressed _, EpochFinished _ -> false;
            case TrainingCompleted _,
                    InferenceCompleted _,
                    ModelImported _,
                    TrainingEstimated _,
                    ModelCompared _,
                    ModelExported _,
                    JobFailed _,
                    JobCancelled _ -> true;
        };
    }
}
