package org.roentgen.workflow.pipeline;

import org.roentgen.domain.error.Cause;
import org.roentgen.domain.job.Job;

/** How the execution of a step ended, failures apart (those are exceptions). */
public sealed interface StepOutcome {
    /**
     * Done; the next step becomes ready.
     *
     * @param output stored as JSON with the step
     * @param effect runs in the transaction that stores the output, and not at all if another attempt took over
     */
    record Completed(Object output, Runnable effect) implements StepOutcome {
        public Completed(Object output) {
            this(output, () -> {});
        }
    }

    /** A worker has to do it; the step waits for the job's last event. */
    record AwaitJob(Job job) implements StepOutcome {}

    /** A reader has to decide; the run waits for the review. */
    record AwaitReview() implements StepOutcome {}

    /** The run ends here, on purpose and with a reason for people. */
    record Stopped(Cause cause) implements StepOutcome {}
}
