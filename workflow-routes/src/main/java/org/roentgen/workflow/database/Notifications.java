package org.roentgen.workflow.database;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.UUID;

/**
 * Tells listeners of the PostgreSQL channel {@value #CHANNEL} what changed, when the transaction commits. Carries ids and
 * states only, so that the stream to browsers can never leak a patient.
 */
@ApplicationScoped
public class Notifications {
    public static final String CHANNEL = "roentgen_events";

    /** What changed. */
    public enum Subject {
        RUN,
        STEP,
        STUDY,
        TRAINING,
        EPOCH,
        IMPORT,
        QUARANTINE
    }

    private final Sql sql;
    private final Json json;

    Notifications(Sql sql, Json json) {
        this.sql = sql;
        this.json = json;
    }

    /** Announces the new state of a thing. */
    public void changed(Subject subject, UUID id, String state) {
        var payload = new Payload(subject.name().toLowerCase(Locale.ROOT), id, state);
        sql.first("select pg_notify(?, ?)", _ -> Boolean.TRUE, CHANNEL, json.write(payload));
    }

    private record Payload(String type, UUID id, String state) {}
}
