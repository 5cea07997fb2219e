package org.roentgen.api;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.roentgen.local.KeyFiles;
import org.roentgen.local.KeycloakServer;
import org.roentgen.local.PostgresServer;
import org.roentgen.local.Secrets;

/**
 * A real PostgreSQL, a real Keycloak with the realm, and empty object stores. What tests need to sign in is handed over as
 * configuration, since the tests may live in another class loader than this.
 */
public final class BackingServices implements QuarkusTestResourceLifecycleManager {
    static final String TOKEN_URL = "test.token-url";
    static final String CLIENT_SECRET = "test.client-secret";
    static final String PASSWORD = "test.password.";

    /** Both servers stop with the JVM. */
    @Override
    public Map<String, String> start() {
        Path folder = folder();
        Secrets secrets = new Secrets(folder.resolve("secrets"));
        PostgresServer postgres = PostgresServer.startTemporary();
        KeycloakServer keycloak = KeycloakServer.startTemporary(postgres, secrets, "http://localhost:8081");
        Map<String, String> configuration = new HashMap<>();
        configuration.put("quarkus.http.test-port", "0");
        configuration.put("quarkus.datasource.jdbc.url", postgres.jdbcUrl("roentgen"));
        configuration.put("quarkus.datasource.password", postgres.password("platform_api"));
        configuration.put("quarkus.flyway.jdbc-url", postgres.jdbcUrl("roentgen"));
        configuration.put("quarkus.flyway.password", postgres.password("roentgen_owner"));
        configuration.put("quarkus.oidc.auth-server-url", keycloak.realmUrl());
        configuration.put("quarkus.oidc.credentials.secret", secrets.get("client.roentgen-api"));
        configuration.put("quarkus.oidc.web.auth-server-url", keycloak.realmUrl());
        configuration.put("quarkus.oidc.web.credentials.secret", secrets.get("client.roentgen-web"));
        configuration.put(
                "quarkus.oidc.web.token-state-manager.encryption-secret",
                "only-for-tests-only-for-tests-only-for-tests");
        configuration.put("roentgen.objects.identified", "file:" + folder.resolve("identified"));
        configuration.put("roentgen.objects.deidentified", "file:" + folder.resolve("deidentified"));
        configuration.put(
                "roentgen.crosswalk.key-file", KeyFiles.in(folder).crosswalk().toString());
        // no worker runs in these tests
        configuration.put("roentgen.exports.patience", "1S");
        configuration.put(TOKEN_URL, keycloak.realmUrl() + "/protocol/openid-connect/token");
        configuration.put(CLIENT_SECRET, secrets.get("client.roentgen-api"));
        for (String role : KeycloakServer.ROLE_NAMES) {
            configuration.put(PASSWORD + role, secrets.get("user.demo-" + role));
        }
        return configuration;
    }

    @Override
    public void stop() {
        // stop with the JVM
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("roentgen-api");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
