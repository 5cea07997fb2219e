package org.roentgen.api.pipeline;

import java.time.Instant;
import java.util.Optional;
import org.roentgen.domain.error.Cause;
import org.roentgen.domain.pipeline.StepKind;
import org.roentgen.store.entity.PipelineStep;

/** One step of a run. */
public record StepView(
        int ordinal,
        StepKind kind,
        PipelineStep.State state,
        int attempt,
        Optional<Instant> startedAt,
        Optional<Instant> finishedAt,
        Optional<Cause> cause) {
    static StepView of(PipelineStep step) {
        return new StepView(
                step.ordinal(),
                step.kind(),
                step.state(),
                step.attempt(),
                step.startedAt(),
                step.finishedAt(),
                step.cause());
    }
}
