package org.roentgen.workflow.ingest;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.roentgen.dicom.network.AssociationAttempt;
import org.roentgen.dicom.network.AssociationPolicy;
import org.roentgen.dicom.network.pdu.AssociateReject;
import org.roentgen.dicom.network.pdu.AssociateReject.Reason;
import org.roentgen.store.audit.AuditEntry;
import org.roentgen.store.audit.AuditLog;
import org.roentgen.workflow.configuration.DimseConfiguration;
import org.roentgen.workflow.peer.Peers;

/** Lets configured peers in and nobody else; every refusal is counted and, at most once a minute for a caller, audited. */
@ApplicationScoped
public class Admission implements AssociationPolicy {
    private static final Logger LOG = Logger.getLogger(Admission.class);
    private static final long AUDIT_PAUSE_NANOSECONDS = Duration.ofMinutes(1).toNanos();
    private static final int MOST_CALLERS_REMEMBERED = 10_000;
    private final Peers peers;
    private final AuditLog audit;
    private final MeterRegistry meters;
    private final String aeTitle;
    private final Map<String, Long> auditedAt = new ConcurrentHashMap<>();

    Admission(Peers peers, AuditLog audit, MeterRegistry meters, DimseConfiguration configuration) {
        this.peers = peers;
        this.audit = audit;
        this.meters = meters;
        this.aeTitle = configuration.aeTitle();
    }

    @Override
    public Optional<AssociateReject> rejection(AssociationAttempt attempt) {
        if (!attempt.calledAeTitle().equals(aeTitle)) {
            return refuse(attempt, Reason.CALLED_AE_TITLE_NOT_RECOGNIZED);
        }
        if (peers.find(attempt.callingAeTitle()).isEmpty()) {
            return refuse(attempt, Reason.CALLING_AE_TITLE_NOT_RECOGNIZED);
        }
        return Optional.empty();
    }

    private Optional<AssociateReject> refuse(AssociationAttempt attempt, Reason reason) {
        meters.counter("roentgen.dimse.associations.refused", "reason", reason.name())
                .increment();
        if (mayAudit(attempt)) {
            LOG.warnf(
                    "Association of '%s' from %s to '%s' refused: %s; add an enabled source with this AE title to let it in",
                    attempt.callingAeTitle(),
                    attempt.remoteAddress().getHostAddress(),
                    attempt.calledAeTitle(),
                    reason.meaning());
            audit(attempt, reason);
        }
        return Optional.of(AssociateReject.permanent(reason));
    }

    private void audit(AssociationAttempt attempt, Reason reason) {
        try {
            audit.append(new AuditEntry(
                    "ae:" + attempt.callingAeTitle(),
                    "association.refuse",
                    "source",
                    attempt.callingAeTitle(),
                    attempt.remoteAddress().getHostAddress(),
                    AuditEntry.Outcome.DENIED,
                    Map.of("reason", reason.meaning(), "calledAeTitle", attempt.calledAeTitle())));
        } catch (RuntimeException e) {
            LOG.errorf(e, "The refusal of an association could not be audited");
        }
    }

    private boolean mayAudit(AssociationAttempt attempt) {
        String caller = attempt.callingAeTitle() + " " + attempt.remoteAddress().getHostAddress();
        long now = System.nanoTime();
        if (auditedAt.size() >= MOST_CALLERS_REMEMBERED) {
            auditedAt.clear();
        }
        Long last = auditedAt.get(caller);
        if (last != null && now - last < AUDIT_PAUSE_NANOSECONDS) {
            return false;
        }
        auditedAt.put(caller, now);
        return true;
    }
}
