package org.roentgen.api;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** Writes, as the owner of the schema, what the workflow writes in the platform. */
final class Owner {
    private Owner() {}

    static void execute(String statement, @Nullable Object... parameters) throws SQLException {
        try (Connection connection = connect()) {
            execute(connection, statement, parameters);
        }
    }

    static Connection connect() throws SQLException {
        return DriverManager.getConnection(
                configured("quarkus.flyway.jdbc-url"),
                configured("quarkus.flyway.username"),
                configured("quarkus.flyway.password"));
    }

    static void execute(Connection connection, String statement, @Nullable Object... parameters) throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(statement)) {
            for (int index = 0; index < parameters.length; index++) {
                prepared.setObject(index + 1, parameters[index]);
            }
            prepared.execute();
        }
    }

    private static String configured(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }
}
