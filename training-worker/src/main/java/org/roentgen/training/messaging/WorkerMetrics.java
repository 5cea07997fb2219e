package org.roentgen.training.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;
import org.roentgen.domain.event.EpochFinished;
import org.roentgen.domain.event.JobEvent;
import org.roentgen.domain.event.JobStarted;

/** What an operator watches: jobs by how they ended, epochs, and whether a job runs. */
@Singleton
public class WorkerMetrics {
    private final MeterRegistry registry;
    private final AtomicInteger running;

    public WorkerMetrics(MeterRegistry registry) {
        this.registry = registry;
        AtomicInteger gauge = registry.gauge("roentgen.training.running", new AtomicInteger());
        this.running = gauge == null ? new AtomicInteger() : gauge;
    }

    void progressed(JobEvent event) {
        if (event instanceof JobStarted) {
            running.set(1);
        }
        if (event instanceof EpochFinished) {
            registry.counter("roentgen.training.epochs").increment();
        }
    }

    void ended(JobEvent event) {
        running.set(0);
        registry.counter("roentgen.training.jobs", "outcome", event.getClass().getSimpleName())
                .increment();
    }
}
