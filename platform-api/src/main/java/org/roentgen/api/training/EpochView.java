package org.roentgen.api.training;

import com.fasterxml.jackson.core.type.TypeReference;
import java.time.Instant;
import java.util.Map;
import org.roentgen.api.Json;
import org.roentgen.store.query.Row;

/** One epoch's metrics. */
public record EpochView(int epoch, int epochs, Map<String, Double> metrics, double secondsLeft, Instant at) {
    static final String SELECT = """
            select epoch, epochs, cast(metrics as text) as metrics, seconds_left, at
            from training_epoch where training_run_id = :run order by epoch
            """;
    private static final TypeReference<Map<String, Double>> METRICS = new TypeReference<>() {};

    static EpochView of(Row row, Json json) {
        return new EpochView(
                row.integer("epoch"),
                row.integer("epochs"),
                json.read(row.text("metrics"), METRICS),
                row.decimal("seconds_left"),
                row.instant("at"));
    }
}
