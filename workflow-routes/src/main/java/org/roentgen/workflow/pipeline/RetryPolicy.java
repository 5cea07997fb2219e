package org.roentgen.workflow.pipeline;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.roentgen.workflow.configuration.WorkflowConfiguration;

/** Bounded exponential backoff. A replayed step gets the full number of attempts again. */
@ApplicationScoped
public class RetryPolicy {
    private static final int LARGEST_SHIFT = 30;
    private final WorkflowConfiguration configuration;

    RetryPolicy(WorkflowConfiguration configuration) {
        this.configuration = configuration;
    }

    /**
     * @param attempt the attempt that failed, counted from 1
     * @return how long to wait before the next one; empty if it was the last
     */
    public Optional<Duration> delayAfter(int attempt) {
        int round = attempt % configuration.maximumAttempts();
        if (round == 0) {
            return Optional.empty();
        }
        Duration delay = configuration.firstRetryDelay().multipliedBy(1L << Math.min(round - 1, LARGEST_SHIFT));
        Duration longest = configuration.maximumRetryDelay();
        return Optional.of(delay.compareTo(longest) > 0 ? longest : delay);
    }
}
