package org.roentgen.workflow.step;

import jakarta.enterprise.context.ApplicationScoped;
import org.roentgen.domain.pipeline.StepKind;
import org.roentgen.workflow.pipeline.ClaimedStep;
import org.roentgen.workflow.pipeline.StepExecutor;
import org.roentgen.workflow.pipeline.StepOutcome;

/** Puts the run before a reader. */
@ApplicationScoped
public class ReviewStep implements StepExecutor {
    @Override
    public StepKind kind() {
        return StepKind.REVIEW;
    }

    @Override
    public StepOutcome execute(ClaimedStep step) {
        return new StepOutcome.AwaitReview();
    }
}
