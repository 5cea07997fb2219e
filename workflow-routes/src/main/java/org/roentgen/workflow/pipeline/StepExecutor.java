package org.roentgen.workflow.pipeline;

import org.roentgen.domain.pipeline.StepKind;

/**
 * Carries out one kind of step. Must be idempotent: after a crash the same step is executed again, and whatever the first
 * execution left behind must then be found, not doubled.
 */
public interface StepExecutor {
    StepKind kind();

    /** @throws org.roentgen.domain.error.RoentgenException with the code that decides what happens next */
    StepOutcome execute(ClaimedStep step);
}
