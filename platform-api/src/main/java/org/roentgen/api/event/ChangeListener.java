package org.roentgen.api.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.roentgen.store.event.Announcements;

/** Listens to what the services announce in the database, on a connection of its own, and tells every subscriber. */
@ApplicationScoped
public class ChangeListener {
    private static final Logger LOG = Logger.getLogger(ChangeListener.class);
    private static final int WAIT_MILLISECONDS = 2_000;
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(2);

    private final DataSource dataSource;
    private final ObjectMapper json;
    private final BroadcastProcessor<ChangeEvent> changes = BroadcastProcessor.create();
    private volatile boolean running = true;
    private @Nullable Thread thread;

    ChangeListener(DataSource dataSource, ObjectMapper json) {
        this.dataSource = dataSource;
        this.json = json;
    }

    /** Changes from now on; a subscriber that does not keep up misses some. */
    public Multi<ChangeEvent> changes() {
        return changes.onOverflow().drop();
    }

    void start(@Observes StartupEvent event) {
        thread = Thread.ofVirtual().name("change-listener").start(this::listenAlways);
    }

    void stop(@Observes ShutdownEvent event) {
        running = false;
        if (thread != null) {
            thread.interrupt();
        }
        changes.onComplete();
    }

    private void listenAlways() {
        while (running) {
            try (Connection connection = dataSource.getConnection()) {
                listen(connection);
            } catch (SQLException failure) {
                if (running) {
                    LOG.warnf("Not listening for changes, trying again: %s", failure.getMessage());
                    pause();
                }
            }
        }
    }

    private void listen(Connection connection) throws SQLException {
        PGConnection postgres = connection.unwrap(PGConnection.class);
        try (var statement = connection.createStatement()) {
            statement.execute("listen " + Announcements.CHANNEL);
        }
        while (running) {
            PGNotification[] notifications = postgres.getNotifications(WAIT_MILLISECONDS);
            if (notifications == null) {
                continue;
            }
            for (PGNotification notification : notifications) {
                publish(notification.getParameter());
            }
        }
    }

    private void publish(String payload) {
        try {
            changes.onNext(json.readValue(payload, ChangeEvent.class));
        } catch (JsonProcessingException unreadable) {
            LOG.warn("An announcement is not of the form {type, id, state} and is left out");
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_AFTER_FAILURE);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
