package org.roentgen.workflow.pipeline;

import java.util.UUID;
import org.roentgen.domain.pipeline.StepConfiguration;

/**
 * A step that this process has claimed.
 *
 * @param attempt counted from 1 over the whole life of the step; whoever finishes it must name it, so that a process
 *     that lost its lease changes nothing
 */
public record ClaimedStep(UUID id, RunReference run, int ordinal, int attempt, StepConfiguration configuration) {
    /** Identifies the route that carries the step out. */
    public String queue() {
        return queueOf(run.pipelineVersionId(), ordinal);
    }

    static String queueOf(UUID pipelineVersionId, int ordinal) {
        return "step-" + pipelineVersionId + "-" + ordinal;
    }
}
