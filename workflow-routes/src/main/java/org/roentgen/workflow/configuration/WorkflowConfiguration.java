package org.roentgen.workflow.configuration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How steps are carried out. */
@ConfigMapping(prefix = "roentgen.workflow")
public interface WorkflowConfiguration {
    /** How many steps this process carries out at once. */
    @WithDefault("4")
    int maximumConcurrentSteps();

    /** How long a claimed step stays with a process that does not renew it. */
    @WithDefault("30s")
    Duration lease();

    /** How often a step is tried before it becomes a dead letter. */
    @WithDefault("5")
    int maximumAttempts();

    /** Delay before the second attempt; doubles with each further one. */
    @WithDefault("2s")
    Duration firstRetryDelay();

    /** Upper bound of the delay between attempts. */
    @WithDefault("5m")
    Duration maximumRetryDelay();
}
