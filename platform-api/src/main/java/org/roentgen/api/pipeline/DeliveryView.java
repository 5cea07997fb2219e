package org.roentgen.api.pipeline;

import java.time.Instant;
import java.util.Optional;
import org.roentgen.store.entity.Delivery;
import org.roentgen.store.query.Row;

/** The delivery of one result object. */
public record DeliveryView(
        String destination,
        String sopInstanceUid,
        Delivery.State state,
        int attempts,
        Optional<String> lastError,
        Optional<Instant> deliveredAt) {
    static final String SELECT = """
            select t.name, d.sop_instance_uid, d.state, d.attempts, d.last_error, d.delivered_at
            from delivery d join destination t on t.id = d.destination_id where d.run_id = :run order by t.name
            """;

    static DeliveryView of(Row row) {
        return new DeliveryView(
                row.text("name"),
                row.text("sop_instance_uid"),
                row.constant("state", Delivery.State.class),
                row.integer("attempts"),
                row.optionalText("last_error"),
                row.optionalInstant("delivered_at"));
    }
}
