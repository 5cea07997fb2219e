package org.roentgen.api.audit;

import java.time.Instant;
import java.util.Map;
import org.roentgen.store.audit.AuditEntry;
import org.roentgen.store.audit.AuditRecord;

/** An event of the audit trail: who, what, when, on which object, from where. */
public record AuditEventView(
        long sequence,
        Instant at,
        String actor,
        String action,
        String objectType,
        String objectId,
        String origin,
        AuditEntry.Outcome outcome,
        Map<String, String> details,
        String hash) {
    static AuditEventView of(AuditRecord stored) {
        AuditEntry entry = stored.entry();
        return new AuditEventView(
                stored.sequence(),
                stored.at(),
                entry.actor(),
                entry.action(),
                entry.objectType(),
                entry.objectId(),
                entry.origin(),
                entry.outcome(),
                entry.details(),
                stored.hash());
    }
}
