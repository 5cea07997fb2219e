package org.roentgen.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The real Keycloak server on loopback, its data in PostgreSQL, the realm {@code roentgen} imported at the first start with
 * passwords from {@link Secrets}: {@code keycloak.admin}, {@code client.roentgen-web}, {@code client.roentgen-api} and
 * {@code user.demo-<role>}.
 */
public final class KeycloakServer implements AutoCloseable {
    public static final List<String> ROLE_NAMES =
            List.of("admin", "radiologist", "data-scientist", "integrator", "auditor");
    private static final Duration START = Duration.ofSeconds(480);

    private final Path folder;
    private final int port;
    private final int healthPort;
    private final PostgresServer postgres;
    private final Secrets secrets;
    private final String publicUrl;
    private final DetachedProcess process;

    /** @param publicUrl base URL of platform-api, the only place that a login may return to */
    public KeycloakServer(
            Path folder, int port, int healthPort, PostgresServer postgres, Secrets secrets, String publicUrl) {
        this.folder = folder;
        this.port = port;
        this.healthPort = healthPort;
        this.postgres = postgres;
        this.secrets = secrets;
        this.publicUrl = publicUrl;
        this.process = new DetachedProcess(folder.resolve("keycloak.pid"));
    }

    /** A server with the realm on free ports in a temporary folder, stopped with the JVM: for tests. */
    public static KeycloakServer startTemporary(PostgresServer postgres, Secrets secrets, String publicUrl) {
        try {
            Path folder = Files.createTempDirectory("roentgen-keycloak");
            KeycloakServer server =
                    new KeycloakServer(folder, Ports.anyFree(), Ports.anyFree(), postgres, secrets, publicUrl);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                server.close();
                Folders.delete(folder);
            }));
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The realm's issuer URL. */
    public String realmUrl() {
        return "http://localhost:" + port + "/realms/roentgen";
    }

    public void start() {
        launch();
        awaitReady();
    }

    /** Starts the process without waiting for it. */
    public void launch() {
        if (process.running().isPresent()) {
            return;
        }
        Path server = unpack();
        importRealm(server);
        process.start(
                List.of(
                        server.resolve("bin/kc.sh").toString(),
                        "start",
                        "--import-realm",
                        "--db=postgres",
                        "--health-enabled=true",
                        "--cache=local",
                        "--http-enabled=true",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port,
                        "--http-management-port=" + healthPort,
                        "--hostname=http://localhost:" + port,
                        "--log-level=warn"),
                environment(),
                server,
                folder.resolve("keycloak.log"));
    }

    public void awaitReady() {
        boolean isUp = Until.holds(START, () -> isReady() || process.running().isEmpty()) && isReady();
        if (!isUp) {
            String what = process.running().isEmpty()
                    ? "Keycloak ended while it started"
                    : "Keycloak did not start within " + START.toSeconds() + " s";
            throw new LocalException(what + "; its log is " + folder.resolve("keycloak.log"));
        }
    }

    public boolean isReady() {
        return Http.answers("http://localhost:" + healthPort + "/health/ready") && Http.answers(realmUrl());
    }

    public DetachedProcess process() {
        return process;
    }

    @Override
    public void close() {
        process.stop(Duration.ofSeconds(20));
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("JAVA_OPTS_KC_HEAP", "-XX:MaxRAM=1g -XX:MaxRAMPercentage=50");
        environment.put("KC_DB_URL", postgres.jdbcUrl("keycloak"));
        environment.put("KC_DB_USERNAME", "keycloak");
        environment.put("KC_DB_PASSWORD", postgres.password("keycloak"));
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", secrets.get("keycloak.admin"));
        environment.put("ROENTGEN_PUBLIC_URL", publicUrl);
        environment.put("ROENTGEN_LOOPBACK_URL", publicUrl.replace("localhost", "127.0.0.1"));
        environment.put("ROENTGEN_WEB_SECRET", secrets.get("client.roentgen-web"));
        environment.put("ROENTGEN_API_SECRET", secrets.get("client.roentgen-api"));
        for (String role : ROLE_NAMES) {
            String variable = "ROENTGEN_" + role.toUpperCase(Locale.ROOT).replace('-', '_') + "_PASSWORD";
            environment.put(variable, secrets.get("user.demo-" + role));
        }
        return environment;
    }

    private static void importRealm(Path server) {
        try (InputStream realm = KeycloakServer.class.getResourceAsStream("/keycloak/roentgen-realm.json")) {
            if (realm == null) {
                throw new LocalException("The realm file is not on the class path; rebuild deploy/local");
            }
            Path target = Files.createDirectories(server.resolve("data/import")).resolve("roentgen-realm.json");
            Files.copy(realm, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path unpack() {
        Path server = folder.resolve("server");
        Path marker = folder.resolve("unpacked");
        if (Files.exists(marker)) {
            return server;
        }
        Folders.delete(server);
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(distribution()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                int afterTop = entry.getName().indexOf('/') + 1;
                Path target =
                        server.resolve(entry.getName().substring(afterTop)).normalize();
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(zip, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
            Files.setPosixFilePermissions(server.resolve("bin/kc.sh"), PosixFilePermissions.fromString("rwxr-xr-x"));
            Files.createFile(marker);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot unpack Keycloak into " + server, e);
        }
    }

    private static Path distribution() throws IOException {
        Properties properties = new Properties();
        try (InputStream in = KeycloakServer.class.getResourceAsStream("local.properties")) {
            properties.load(in);
        }
        return Path.of(properties.getProperty("keycloak.zip"));
    }
}
