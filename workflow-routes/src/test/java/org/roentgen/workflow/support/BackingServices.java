package org.roentgen.workflow.support;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.roentgen.local.BrokerServer;
import org.roentgen.local.PostgresServer;

/** A real PostgreSQL and a real Artemis, started once for all tests of the JVM, and a fresh data folder. */
public final class BackingServices implements QuarkusTestResourceLifecycleManager {
    private static final String BROKER_PASSWORD = "only-for-tests";
    /** That of the database's pseudonyms, which is as old as it. */
    private static final byte[] PSEUDONYM_KEY = new SecureRandom().generateSeed(32);

    private static @Nullable PostgresServer postgres;
    private static @Nullable BrokerServer broker;

    @Override
    public Map<String, String> start() {
        try {
            Path folder = Files.createTempDirectory("roentgen-workflow");
            Map<String, String> configuration = configuration(database(), broker(), folder);
            configuration.put("roentgen.signing.public-key-file", TrainingKeys.writePublicKey(folder));
            Path key = Files.write(folder.resolve("pseudonym.key"), PSEUDONYM_KEY);
            configuration.put("roentgen.pseudonym.key-file", key.toString());
            byte[] crosswalk = new byte[32];
            new SecureRandom().nextBytes(crosswalk);
            Path crosswalkKey = folder.resolve("crosswalk.key");
            Files.writeString(crosswalkKey, Base64.getEncoder().encodeToString(crosswalk));
            configuration.put("roentgen.crosswalk.key-file", crosswalkKey.toString());
            return configuration;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> configuration(PostgresServer database, BrokerServer messages, Path folder) {
        Map<String, String> configuration = new HashMap<>();
        configuration.put("quarkus.datasource.jdbc.url", database.jdbcUrl("roentgen"));
        configuration.put("quarkus.datasource.password", database.password("workflow_routes"));
        configuration.put("quarkus.flyway.jdbc-url", database.jdbcUrl("roentgen"));
        configuration.put("quarkus.flyway.password", database.password("roentgen_owner"));
        configuration.put("roentgen.broker.url", messages.url());
        configuration.put("roentgen.broker.username", BrokerServer.USER);
        configuration.put("roentgen.broker.password", BROKER_PASSWORD);
        configuration.put("roentgen.objects.identified", "file:" + folder.resolve("identified"));
        configuration.put("roentgen.objects.deidentified", "file:" + folder.resolve("deidentified"));
        configuration.put("roentgen.dimse.port", "0");
        configuration.put("quarkus.http.test-port", "0");
        return configuration;
    }

    private static synchronized PostgresServer database() {
        if (postgres == null) {
            postgres = PostgresServer.startTemporary();
        }
        return postgres;
    }

    private static synchronized BrokerServer broker() {
        if (broker == null) {
            broker = BrokerServer.startTemporary(BROKER_PASSWORD);
        }
        return broker;
    }

    @Override
    public void stop() {
        // the servers stop with the JVM
    }
}
