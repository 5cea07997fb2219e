package org.roentgen.api;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.roentgen.local.KeycloakServer;
import org.roentgen.local.PostgresServer;
import org.roentgen.local.Secrets;

/** A real PostgreSQL, a real Keycloak with the realm, and empty object stores. */
public final class BackingServices implements QuarkusTestResourceLifecycleManager {
    private static final Path FOLDER = folder();
    private static final Secrets SECRETS = new Secrets(FOLDER.resolve("secrets"));
    private static final PostgresServer POSTGRES = PostgresServer.startTemporary();
    private static final KeycloakServer KEYCLOAK =
            KeycloakServer.startTemporary(POSTGRES, SECRETS, "http://localhost:8081");

    @Override
    public Map<String, String> start() {
        return Map.ofEntries(
                Map.entry("quarkus.datasource.jdbc.url", POSTGRES.jdbcUrl("roentgen")),
                Map.entry("quarkus.datasource.password", POSTGRES.password("platform_api")),
                Map.entry("quarkus.flyway.jdbc-url", POSTGRES.jdbcUrl("roentgen")),
                Map.entry("quarkus.flyway.password", POSTGRES.password("roentgen_owner")),
                Map.entry("quarkus.oidc.auth-server-url", KEYCLOAK.realmUrl()),
                Map.entry("quarkus.oidc.credentials.secret", SECRETS.get("client.roentgen-api")),
                Map.entry("quarkus.oidc.web.auth-server-url", KEYCLOAK.realmUrl()),
                Map.entry("quarkus.oidc.web.credentials.secret", SECRETS.get("client.roentgen-web")),
                Map.entry(
                        "quarkus.oidc.web.token-state-manager.encryption-secret",
                        "only-for-tests-only-for-tests-only-for-tests"),
                Map.entry("roentgen.objects.identified", "file:" + FOLDER.resolve("identified")),
                Map.entry("roentgen.objects.deidentified", "file:" + FOLDER.resolve("deidentified")),
                Map.entry("quarkus.http.test-port", "0"));
    }

    @Override
    public void stop() {
        // stop with the JVM
    }

    static String password(String role) {
        return SECRETS.get("user.demo-" + role);
    }

    static String clientSecret() {
        return SECRETS.get("client.roentgen-api");
    }

    static String tokenUrl() {
        return KEYCLOAK.realmUrl() + "/protocol/openid-connect/token";
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("roentgen-api");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
