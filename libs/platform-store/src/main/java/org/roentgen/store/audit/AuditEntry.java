package org.roentgen.store.audit;

import java.util.Map;

/**
 * What is to be written to the audit trail. Holds ids, never a patient's name, id or birth date.
 *
 * @param actor user name, service name or {@code ae:<AE title>}
 * @param action verb in the form {@code review.accept}, {@code study.read}
 * @param objectType kind of the object, such as {@code study}
 * @param objectId its id or UID; may be empty
 * @param origin network address that the request came from, or the service's name
 */
public record AuditEntry(
        String actor,
        String action,
        String objectType,
        String objectId,
        String origin,
        Outcome outcome,
        Map<String, String> details) {
    /** How it ended. */
    public enum Outcome {
        SUCCESS,
        /** Refused: not signed in, or without the role. */
        DENIED,
        FAILURE
    }

    public AuditEntry {
        details = Map.copyOf(details);
    }

    /** An entry of something that was done. */
    public static AuditEntry success(String actor, String action, String objectType, String objectId, String origin) {
        return new AuditEntry(actor, action, objectType, objectId, origin, Outcome.SUCCESS, Map.of());
    }
}
