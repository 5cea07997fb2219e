package org.roentgen.workflow.pipeline;

import jakarta.enterprise.context.ApplicationScoped;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.jboss.logging.Logger;
import org.roentgen.workflow.failure.Failures;

/**
 * How a step's route ends: by an outcome, or by the failure that the error policy has sorted. Each way gives the step's place
 * in this process free.
 */
@ApplicationScoped
public class StepEnds {
    /** Exchange property that holds the {@link ClaimedStep}. */
    public static final String STEP = "roentgenStep";

    private static final Logger LOG = Logger.getLogger(StepEnds.class);
    private final StepCompletion completion;
    private final StepFailures failures;
    private final StepLeases leases;

    StepEnds(StepCompletion completion, StepFailures failures, StepLeases leases) {
        this.completion = completion;
        this.failures = failures;
        this.leases = leases;
    }

    public void finish(@ExchangeProperty(STEP) ClaimedStep step, @Body StepOutcome outcome) {
        completion.finish(step, outcome);
        leases.release(step);
    }

    public void quarantine(
            @ExchangeProperty(STEP) ClaimedStep step, @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Throwable failure) {
        release(step, () -> failures.quarantine(step, Failures.causeOf(failure)));
    }

    public void retry(
            @ExchangeProperty(STEP) ClaimedStep step, @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Throwable failure) {
        LOG.warnf(failure, "Step %s failed and may be tried again", step.id());
        release(step, () -> failures.retry(step, Failures.causeOf(failure)));
    }

    public void deadLetter(
            @ExchangeProperty(STEP) ClaimedStep step, @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Throwable failure) {
        LOG.errorf(failure, "Step %s failed", step.id());
        release(step, () -> failures.deadLetter(step, Failures.causeOf(failure)));
    }

    /** If even the failure cannot be written, the lease runs out and the step is handed out again. */
    private void release(ClaimedStep step, Runnable write) {
        try {
            write.run();
        } finally {
            leases.release(step);
        }
    }
}
