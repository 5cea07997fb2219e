package org.roentgen.workflow.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/** The current row of a result, by column name. */
public final class Row {
    private final ResultSet result;

    Row(ResultSet result) {
        this.result = result;
    }

    public UUID uuid(String column) throws SQLException {
        return result.getObject(column, UUID.class);
    }

    public Optional<UUID> optionalUuid(String column) throws SQLException {
        return Optional.ofNullable(result.getObject(column, UUID.class));
    }

    public String text(String column) throws SQLException {
        return result.getString(column);
    }

    public Optional<String> optionalText(String column) throws SQLException {
        return Optional.ofNullable(result.getString(column));
    }

    public int integer(String column) throws SQLException {
        return result.getInt(column);
    }

    public long longInteger(String column) throws SQLException {
        return result.getLong(column);
    }

    public boolean flag(String column) throws SQLException {
        return result.getBoolean(column);
    }

    public Instant instant(String column) throws SQLException {
        return result.getObject(column, OffsetDateTime.class).toInstant();
    }
}
