package org.roentgen.workflow.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.roentgen.workflow.database.DatabaseException;
import org.roentgen.workflow.database.Sql;

/** The enabled DIMSE sources by AE title; a change by an administrator is seen within seconds. */
@ApplicationScoped
public class Sources {
    private static final long FRESH_NANOSECONDS = Duration.ofSeconds(2).toNanos();
    private final Sql sql;
    private volatile Snapshot snapshot = new Snapshot(Map.of(), System.nanoTime() - FRESH_NANOSECONDS);

    Sources(Sql sql) {
        this.sql = sql;
    }

    /** The row of the source that calls itself so; empty if none is configured and enabled. */
    public Optional<UUID> find(String aeTitle) {
        Snapshot current = snapshot;
        if (System.nanoTime() - current.readAt() >= FRESH_NANOSECONDS) {
            current = refresh(current);
        }
        return Optional.ofNullable(current.byAeTitle().get(aeTitle));
    }

    /** While the database is away the last known sources stay. */
    private Snapshot refresh(Snapshot last) {
        try {
            Map<String, UUID> byAeTitle = new HashMap<>();
            sql.list(
                            "select id, ae_title from source where kind = 'DIMSE' and enabled",
                            row -> Map.entry(row.text("ae_title"), row.uuid("id")))
                    .forEach(entry -> byAeTitle.put(entry.getKey(), entry.getValue()));
            snapshot = new Snapshot(Map.copyOf(byAeTitle), System.nanoTime());
        } catch (DatabaseException e) {
            snapshot = new Snapshot(last.byAeTitle(), System.nanoTime());
        }
        return snapshot;
    }

    private record Snapshot(Map<String, UUID> byAeTitle, long readAt) {}
}
