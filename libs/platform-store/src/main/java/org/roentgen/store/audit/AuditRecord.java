package org.roentgen.store.audit;

import java.time.Instant;

/** An entry of the audit trail as it is stored. */
public record AuditRecord(long sequence, Instant at, AuditEntry entry, String previousHash, String hash) {}
