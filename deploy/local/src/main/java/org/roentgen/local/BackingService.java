package org.roentgen.local;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;

/** A backing server seen as a {@link Service}. */
record BackingService(
        String name,
        List<Integer> ports,
        Runnable starter,
        BooleanSupplier readiness,
        Runnable stopper,
        DetachedProcess process,
        Path log)
        implements Service {
    static BackingService of(PostgresServer server, int port, Path log) {
        return new BackingService(
                "postgresql", List.of(port), server::start, server::isReady, server::close, server.process(), log);
    }

    static BackingService of(KeycloakServer server, List<Integer> ports, Path log) {
        return new BackingService(
                "keycloak", ports, server::start, server::isReady, server::close, server.process(), log);
    }

    @Override
    public void start() {
        starter.run();
    }

    @Override
    public boolean isReady() {
        return readiness.getAsBoolean();
    }

    @Override
    public void stop() {
        stopper.run();
    }
}
