package org.roentgen.store.query;

import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roentgen.domain.error.Cause;
import org.roentgen.domain.error.ErrorCode;

/** One row of a result, its columns by their names. */
public final class Row {
    private final Tuple tuple;

    Row(Tuple tuple) {
        this.tuple = tuple;
    }

    public String text(String column) {
        return Objects.requireNonNull(value(column)).toString();
    }

    public Optional<String> optionalText(String column) {
        return Optional.ofNullable(value(column)).map(Object::toString);
    }

    public UUID uuid(String column) {
        return (UUID) Objects.requireNonNull(value(column));
    }

    public Optional<UUID> optionalUuid(String column) {
        return Optional.ofNullable((UUID) value(column));
    }

    public Instant instant(String column) {
        return (Instant) Objects.requireNonNull(value(column));
    }

    public Optional<Instant> optionalInstant(String column) {
        return Optional.ofNullable((Instant) value(column));
    }

    public int integer(String column) {
        return Math.toIntExact(number(column));
    }

    public long number(String column) {
        return ((Number) Objects.requireNonNull(value(column))).longValue();
    }

    public double decimal(String column) {
        return ((Number) Objects.requireNonNull(value(column))).doubleValue();
    }

    public boolean flag(String column) {
        return (Boolean) Objects.requireNonNull(value(column));
    }

    public <E extends Enum<E>> E constant(String column, Class<E> type) {
        return Enum.valueOf(type, text(column));
    }

    /** The columns {@code cause_code} and {@code cause_message}. */
    public Optional<Cause> cause() {
        return optionalText("cause_code")
                .map(code -> new Cause(
                        ErrorCode.valueOf(code), optionalText("cause_message").orElse("")));
    }

    private @Nullable Object value(String column) {
        return tuple.get(column);
    }
}
