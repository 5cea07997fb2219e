package org.roentgen.training.messaging;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.roentgen.domain.JobId;
import org.roentgen.training.run.Cancellation;

/** The jobs that this worker runs now, and which of them were asked to stop. */
@Singleton
public class RunningJobs {
    private final Set<JobId> running = ConcurrentHashMap.newKeySet();
    private final Set<JobId> cancelled = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;

    /** @throws WorkerStoppingException between two steps once the worker shuts down */
    Cancellation begin(JobId job) {
        running.add(job);
        return () -> {
            if (stopping) {
                throw new WorkerStoppingException();
            }
            return cancelled.contains(job);
        };
    }

    int count() {
        return running.size();
    }

    void end(JobId job) {
        running.remove(job);
        cancelled.remove(job);
    }

    /** Requests are repeated by their sender, so one for a job that is not here is not kept. */
    void cancel(JobId job) {
        if (running.contains(job)) {
            cancelled.add(job);
        }
    }

    void stop(@Observes ShutdownEvent shutdown) {
        stopping = true;
    }
}
