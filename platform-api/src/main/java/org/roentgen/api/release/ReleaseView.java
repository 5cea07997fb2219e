package org.roentgen.api.release;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.roentgen.store.query.Row;

/** A request to let a data set version leave the platform. */
public record ReleaseView(
        UUID id,
        UUID datasetVersionId,
        String reason,
        State state,
        String requestedBy,
        Instant requestedAt,
        Optional<String> decidedBy,
        Optional<Instant> decidedAt) {
    static final String SELECT = """
            select id, dataset_version_id, reason, state, requested_by, requested_at, decided_by, decided_at
            from dataset_release
            """;

    /** What became of the request. */
    public enum State {
        REQUESTED,
        APPROVED,
        DECLINED
    }

    static ReleaseView of(Row row) {
        return new ReleaseView(
                row.uuid("id"),
                row.uuid("dataset_version_id"),
                row.text("reason"),
                row.constant("state", State.class),
                row.text("requested_by"),
                row.instant("requested_at"),
                row.optionalText("decided_by"),
                row.optionalInstant("decided_at"));
    }
}
