package org.roentgen.api.crosswalk;

import java.time.Instant;
import java.util.UUID;
import org.roentgen.api.Json;
import org.roentgen.store.query.Row;

/** An erasure with its report. */
public record ErasureView(UUID id, String reason, String requestedBy, Instant at, ErasureReport report) {
    static final String SELECT = "select id, reason, requested_by, at, cast(report as text) as report from erasure ";

    static ErasureView of(Row row, Json json) {
        return new ErasureView(
                row.uuid("id"),
                row.text("reason"),
                row.text("requested_by"),
                row.instant("at"),
                json.read(row.text("report"), ErasureReport.class));
    }
}
