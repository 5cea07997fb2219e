package org.roentgen.local;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * A real PostgreSQL from embedded binaries, with the platform's roles ({@code roentgen_owner}, {@code platform_api},
 * {@code workflow_routes}, {@code keycloak}) and databases ({@code roentgen}, {@code keycloak}). As root it runs in a user
 * name space of its own, since PostgreSQL refuses to run as root. Its log is terse: details of an error would quote rows, and with
 * them patients.
 */
public final class PostgresServer implements AutoCloseable {
    public static final List<String> ROLES = List.of("roentgen_owner", "platform_api", "workflow_routes", "keycloak");
    private static final Duration START = Duration.ofSeconds(120);
    private static final int MOST_ATTEMPTS = 20;

    private final Path folder;
    private final int port;
    private final Secrets secrets;
    private final DetachedProcess process;

    public PostgresServer(Path folder, int port, Secrets secrets) {
        this.folder = folder;
        this.port = port;
        this.secrets = secrets;
        this.process = new DetachedProcess(folder.resolve("postgres.pid"));
    }

    /** A server with empty databases on a free port in a temporary folder, stopped with the JVM: for tests. */
    public static PostgresServer startTemporary() {
        try {
            Path folder = Files.createTempDirectory("roentgen-postgres");
            PostgresServer server = new PostgresServer(folder, Ports.anyFree(), new Secrets(folder.resolve("secrets")));
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

    /** JDBC URL of a database of this server, without credentials. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://localhost:" + port + "/" + database;
    }

    /** The password of one of {@link #ROLES}. */
    public String password(String role) {
        return secrets.get("postgres." + role);
    }

    /**
     * Starts it unless it runs. After a kill the new server refuses as long as processes of the old one live, which is for moments:
     * it is started again then.
     */
    public void start() {
        Path binaries = unpack();
        Path data = folder.resolve("data");
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            initialise(binaries, data);
        }
        AtomicInteger attempts = new AtomicInteger();
        boolean isUp = Until.holds(START, () -> {
            if (process.running().isEmpty() && attempts.incrementAndGet() <= MOST_ATTEMPTS) {
                launch(binaries, data);
            }
            return isReady() || attempts.get() > MOST_ATTEMPTS;
        });
        if (!isUp || attempts.get() > MOST_ATTEMPTS) {
            throw new LocalException("PostgreSQL did not start within " + START.toSeconds() + " s or " + MOST_ATTEMPTS
                    + " attempts; its log is " + folder.resolve("postgres.log"));
        }
        createRolesAndDatabases();
    }

    private void launch(Path binaries, Path data) {
        process.start(
                asPostgresAllows(
                        binaries.resolve("bin/postgres").toString(),
                        "-D",
                        data.toString(),
                        "-p",
                        Integer.toString(port),
                        "-c",
                        "listen_addresses=localhost",
                        "-c",
                        "unix_socket_directories=",
                        "-c",
                        "max_connections=200",
                        "-c",
                        "fsync=on",
                        "-c",
                        "log_error_verbosity=terse"),
                Map.of("LC_ALL", "C.UTF-8"),
                folder,
                folder.resolve("postgres.log"));
    }

    public boolean isReady() {
        try (Connection connection = superuser("postgres")) {
            return connection.isValid(2);
        } catch (SQLException e) {
            return false;
        }
    }

    public DetachedProcess process() {
        return process;
    }

    @Override
    public void close() {
        process.running().ifPresent(handle -> interrupt(handle.pid()));
        Until.holds(Duration.ofSeconds(20), () -> process.running().isEmpty());
        process.stop(Duration.ofSeconds(10));
    }

    /** SIGINT is PostgreSQL's fast shutdown; SIGTERM would wait for clients to leave. */
    private static void interrupt(long pid) {
        try {
            new ProcessBuilder("kill", "-INT", Long.toString(pid)).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Connection superuser(String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database), "postgres", secrets.get("postgres.superuser"));
    }

    private void createRolesAndDatabases() {
        try (Connection connection = superuser("postgres");
                Statement statement = connection.createStatement()) {
            for (String role : ROLES) {
                if (!exists(statement, "pg_roles where rolname = '" + role + "'")) {
                    statement.execute("create role " + role + " login password '" + password(role) + "'");
                }
            }
            createDatabase(statement, "roentgen", "roentgen_owner");
            createDatabase(statement, "keycloak", "keycloak");
        } catch (SQLException e) {
            throw new LocalException("Cannot prepare PostgreSQL: " + e.getMessage(), e);
        }
    }

    private static void createDatabase(Statement statement, String name, String owner) throws SQLException {
        if (!exists(statement, "pg_database where datname = '" + name + "'")) {
            statement.execute("create database " + name + " owner " + owner + " encoding 'UTF8' template template0");
        }
    }

    private static boolean exists(Statement statement, String fromWhere) throws SQLException {
        try (var rows = statement.executeQuery("select 1 from " + fromWhere)) {
            return rows.next();
        }
    }

    private void initialise(Path binaries, Path data) {
        Path passwordFile = folder.resolve("superuser");
        Secrets.writePrivately(passwordFile, secrets.get("postgres.superuser").getBytes(StandardCharsets.US_ASCII));
        List<String> command = asPostgresAllows(
                binaries.resolve("bin/initdb").toString(),
                "-D",
                data.toString(),
                "-U",
                "postgres",
                "-A",
                "scram-sha-256",
                "--pwfile=" + passwordFile,
                "-E",
                "UTF8",
                "--locale=C.UTF-8");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("initdb.log").toFile())
                    .start();
            if (process.waitFor() != 0) {
                throw new LocalException("initdb failed; its output is in " + folder.resolve("initdb.log"));
            }
            Files.delete(passwordFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalException("Interrupted while PostgreSQL was set up", e);
        }
    }

    private static List<String> asPostgresAllows(String... command) {
        List<String> words = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            words.addAll(List.of("unshare", "-U"));
        }
        words.addAll(List.of(command));
        return words;
    }

    private Path unpack() {
        Path binaries = folder.resolve("binaries");
        Path marker = binaries.resolve("unpacked");
        if (Files.exists(marker)) {
            return binaries;
        }
        try (InputStream archive = PostgresServer.class.getResourceAsStream("/postgres-linux-x86_64.txz")) {
            if (archive == null) {
                throw new LocalException(
                        "No PostgreSQL binaries for this machine on the class path: need Linux x86_64");
            }
            TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive)));
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                extract(tar, entry, binaries);
            }
            Files.createFile(marker);
            return binaries;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot unpack PostgreSQL into " + binaries, e);
        }
    }

    private static void extract(InputStream content, TarArchiveEntry entry, Path into) throws IOException {
        Path target = into.resolve(entry.getName()).normalize();
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        Files.deleteIfExists(target);
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, target);
        if ((entry.getMode() & 0100) != 0) {
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }
}
