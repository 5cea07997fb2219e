package org.roentgen.api.security;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.roentgen.store.audit.AuditEntry;
import org.roentgen.store.audit.AuditLog;

/** Writes refusals to the audit trail, one after another and apart from the requests, so that a flood of them slows no one. */
@ApplicationScoped
public class DeniedRequests {
    private static final Logger LOG = Logger.getLogger(DeniedRequests.class);
    private static final int WAITING = 10_000;

    private final AuditLog log;
    private final ThreadPoolExecutor writer = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            Thread.ofPlatform().name("denied-audit").factory());

    DeniedRequests(AuditLog log) {
        this.log = log;
    }

    void record(AuditEntry entry) {
        try {
            writer.execute(() -> write(entry));
        } catch (RejectedExecutionException full) {
            LOG.warnf("Audit of refusals is %d behind; a refusal from %s is only logged here", WAITING, entry.origin());
        }
    }

    private void write(AuditEntry entry) {
        try {
            log.append(entry);
        } catch (RuntimeException failure) {
            LOG.error("A refusal could not be written to the audit trail", failure);
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        writer.shutdown();
        if (!writer.awaitTermination(5, TimeUnit.SECONDS)) {
            LOG.warnf(
                    "%d refusals were not written to the audit trail",
                    writer.getQueue().size());
        }
    }
}
