package org.roentgen.store;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.roentgen.local.PostgresServer;

/** A real PostgreSQL with the platform's roles; the code under test works as {@code platform_api}. */
public final class Database implements QuarkusTestResourceLifecycleManager {
    private static final PostgresServer SERVER = PostgresServer.startTemporary();

    @Override
    public Map<String, String> start() {
        return Map.of(
                "quarkus.datasource.jdbc.url", SERVER.jdbcUrl("roentgen"),
                "quarkus.datasource.username", "platform_api",
                "quarkus.datasource.password", SERVER.password("platform_api"),
                "quarkus.flyway.jdbc-url", SERVER.jdbcUrl("roentgen"),
                "quarkus.flyway.username", "roentgen_owner",
                "quarkus.flyway.password", SERVER.password("roentgen_owner"));
    }

    @Override
    public void stop() {
        // stops with the JVM
    }

    /** Runs a statement as the owner of the schema. */
    static void asOwner(String... statements) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        SERVER.jdbcUrl("roentgen"), "roentgen_owner", SERVER.password("roentgen_owner"));
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
