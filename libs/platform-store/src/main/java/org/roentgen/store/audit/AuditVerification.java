package org.roentgen.store.audit;

import java.util.OptionalLong;

/**
 * The result of checking the whole chain.
 *
 * @param events how many events were checked
 * @param firstInvalidSequence the first event that is not what was written, or whose predecessor is missing
 * @param headHash hash of the last event; kept elsewhere, it proves that no tail was cut off
 */
public record AuditVerification(boolean valid, long events, OptionalLong firstInvalidSequence, String headHash) {}
