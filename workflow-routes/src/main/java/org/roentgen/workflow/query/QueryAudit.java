package org.roentgen.workflow.query;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.roentgen.dicom.network.service.PeerRequest;
import org.roentgen.store.audit.AuditEntry;
import org.roentgen.store.audit.AuditEntry.Outcome;
import org.roentgen.store.audit.AuditLog;

/** Writes what a peer asked for to the audit trail: its AE title and address, levels, UIDs of studies, and counts. */
@ApplicationScoped
class QueryAudit {
    private final AuditLog log;

    QueryAudit(AuditLog log) {
        this.log = log;
    }

    void append(
            PeerRequest request,
            String action,
            String objectType,
            String objectId,
            Outcome outcome,
            Map<String, String> details) {
        log.append(new AuditEntry(
                "ae:" + request.callingAeTitle(),
                action,
                objectType,
                objectId,
                request.remoteAddress().getAddress().getHostAddress(),
                outcome,
                details));
    }
}
