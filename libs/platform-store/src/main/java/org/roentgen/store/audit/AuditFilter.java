package org.roentgen.store.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * Which events of the audit trail are asked for; an absent condition holds for all.
 *
 * @param from earliest time, inclusive
 * @param to latest time, exclusive
 * @param action the action, or a prefix of it that ends at a dot
 * @param limit how many, newest first
 */
public record AuditFilter(
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<String> actor,
        Optional<String> action,
        int limit,
        int offset) {}
