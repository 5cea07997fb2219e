package org.roentgen.workflow.database;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Runs statements in the caller's transaction (the connection is enlisted in it), or each on its own where there is none.
 * Parameters may be UUID, text, numbers, booleans, {@link Instant}, enums (by name) and null; JSON is passed as text and cast
 * in the statement.
 *
 * <p>Every method throws {@link DatabaseException}.
 */
@ApplicationScoped
public class Sql {
    private final DataSource dataSource;

    Sql(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** @return the number of rows changed */
    public int update(String statement, @Nullable Object... parameters) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement prepared = prepare(connection, statement, parameters)) {
            return prepared.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    public <T> List<T> list(String statement, RowMapper<T> mapper, @Nullable Object... parameters) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement prepared = prepare(connection, statement, parameters);
                ResultSet result = prepared.executeQuery()) {
            Row row = new Row(result);
            List<T> values = new ArrayList<>();
            while (result.next()) {
                values.add(mapper.map(row));
            }
            return values;
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    public <T> Optional<T> first(String statement, RowMapper<T> mapper, @Nullable Object... parameters) {
        return list(statement, mapper, parameters).stream().findFirst();
    }

    private static PreparedStatement prepare(Connection connection, String statement, @Nullable Object... parameters)
            throws SQLException {
        PreparedStatement prepared = connection.prepareStatement(statement);
        for (int index = 0; index < parameters.length; index++) {
            prepared.setObject(index + 1, toJdbc(parameters[index]));
        }
        return prepared;
    }

    private static @Nullable Object toJdbc(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Instant instant -> instant.atOffset(ZoneOffset.UTC);
            case Enum<?> constant -> constant.name();
            default -> value;
        };
    }
}
