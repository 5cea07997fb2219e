package org.roentgen.workflow.peer;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.roentgen.dicom.network.AssociationOptions;
import org.roentgen.workflow.configuration.DimseConfiguration;
import org.roentgen.workflow.database.DatabaseException;
import org.roentgen.workflow.database.Sql;

/**
 * The peers that may associate, by AE title: enabled DIMSE sources, and enabled destinations that may query. A change by an
 * administrator is seen within seconds.
 */
@ApplicationScoped
public class Peers {
    private static final long FRESH_NANOSECONDS = Duration.ofSeconds(2).toNanos();
    private final Sql sql;
    private final String ownAeTitle;
    private volatile Snapshot snapshot = new Snapshot(Map.of(), System.nanoTime() - FRESH_NANOSECONDS);

    Peers(Sql sql, DimseConfiguration configuration) {
        this.sql = sql;
        this.ownAeTitle = configuration.aeTitle();
    }

    /** The peer that calls itself so; empty if none is configured and enabled. */
    public Optional<Peer> find(String aeTitle) {
        Snapshot current = snapshot;
        if (System.nanoTime() - current.readAt() >= FRESH_NANOSECONDS) {
            current = refresh(current);
        }
        return Optional.ofNullable(current.byAeTitle().get(aeTitle));
    }

    /** The row of the source that calls itself so; empty if none is configured and enabled. */
    public Optional<UUID> source(String aeTitle) {
        return find(aeTitle).flatMap(Peer::source);
    }

    /** How to reach the enabled destination with this AE title. */
    public Optional<AssociationOptions.Builder> destination(String aeTitle) {
        return sql.first(
                "select host, port from destination where ae_title = ? and enabled order by created_at limit 1",
                row -> AssociationOptions.builder(row.text("host"), row.integer("port"), ownAeTitle, aeTitle),
                aeTitle);
    }

    /** While the database is away the last known peers stay. */
    private Snapshot refresh(Snapshot last) {
        try {
            Map<String, Peer> byAeTitle = new HashMap<>();
            sql.list("select ae_title from destination where enabled and query_retrieve", row -> row.text("ae_title"))
                    .forEach(aeTitle -> byAeTitle.put(aeTitle, new Peer(Optional.empty(), true)));
            sql.list(
                            "select id, ae_title, query_retrieve from source where kind = 'DIMSE' and enabled",
                            row -> Map.entry(
                                    row.text("ae_title"),
                                    new Peer(Optional.of(row.uuid("id")), row.flag("query_retrieve"))))
                    .forEach(source -> byAeTitle.merge(source.getKey(), source.getValue(), Peers::both));
            snapshot = new Snapshot(Map.copyOf(byAeTitle), System.nanoTime());
        } catch (DatabaseException e) {
            snapshot = new Snapshot(last.byAeTitle(), System.nanoTime());
        }
        return snapshot;
    }

    private static Peer both(Peer destination, Peer source) {
        return new Peer(source.source(), destination.queryRetrieve() || source.queryRetrieve());
    }

    private record Snapshot(Map<String, Peer> byAeTitle, long readAt) {}
}
