package org.roentgen.store.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * Hash of an audit event: SHA-256 over its fields in a fixed order, each as its length in UTF-8 bytes, a colon and its
 * bytes, so that no two events have the same content; the previous event's hash comes first, which makes the chain.
 */
final class AuditHash {
    /** Previous hash of the first event. */
    static final String GENESIS = "0".repeat(64);

    private final MessageDigest digest;

    private AuditHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java runtime must have SHA-256", missing);
        }
    }

    /** @param at in whole microseconds, as the database keeps it */
    static String of(String previousHash, long sequence, Instant at, AuditEntry entry) {
        AuditHash hash = new AuditHash();
        hash.add(previousHash);
        hash.add(Long.toString(sequence));
        hash.add(at.toString());
        hash.add(entry.actor());
        hash.add(entry.action());
        hash.add(entry.objectType());
        hash.add(entry.objectId());
        hash.add(entry.origin());
        hash.add(entry.outcome().name());
        for (Map.Entry<String, String> detail : new TreeMap<>(entry.details()).entrySet()) {
            hash.add(detail.getKey());
            hash.add(detail.getValue());
        }
        return HexFormat.of().formatHex(hash.digest.digest());
    }

    private void add(String field) {
        byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
    }
}
