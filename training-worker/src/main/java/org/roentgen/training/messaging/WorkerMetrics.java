package org.roentgen.training.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import org.roentgen.domain.event.EpochFinished;
import org.roentgen.domain.event.JobEvent;

/** What an operator watches: jobs by how they ended, epochs, and how many jobs run. */
@Singleton
public class WorkerMetrics {
    private final MeterRegistry registry;

    public WorkerMetrics(MeterRegistry registry, RunningJobs jobs) {
        this.registry = registry;
        registry.gauge("roentgen.training.running", jobs, RunningJobs::count);
    }

    void progressed(JobEvent event) {
        if (event instanceof EpochFinished) {
            registry.counter("roentgen.training.epochs").increment();
        }
    }

    void ended(JobEvent event) {
        registry.counter("roentgen.training.jobs", "outcome", event.getClass().getSimpleName())
                .increment();
    }
}
