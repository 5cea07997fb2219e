package org.roentgen.workflow.quarantine;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.roentgen.domain.error.Cause;
import org.roentgen.domain.error.ErrorCode;
import org.roentgen.domain.error.RoentgenException;
import org.roentgen.domain.object.ObjectId;
import org.roentgen.domain.object.ObjectStore;
import org.roentgen.workflow.configuration.Identified;
import org.roentgen.workflow.database.Notifications;
import org.roentgen.workflow.database.Notifications.Subject;
import org.roentgen.workflow.database.Sql;
import org.roentgen.workflow.failure.Failures;
import org.roentgen.workflow.ingest.Arrival;
import org.roentgen.workflow.ingest.Ingest;

/** Takes quarantined objects in again when a person asks for it. */
@ApplicationScoped
public class QuarantineReplay {
    private static final int ENTRIES_AT_ONCE = 20;
    private final Sql sql;
    private final ObjectStore objects;
    private final Ingest ingest;
    private final Notifications notifications;

    QuarantineReplay(Sql sql, @Identified ObjectStore objects, Ingest ingest, Notifications notifications) {
        this.sql = sql;
        this.objects = objects;
        this.ingest = ingest;
        this.notifications = notifications;
    }

    /** The entries whose replay is asked for. */
    public List<UUID> requested() {
        return sql.list(
                "select id from quarantine where state = 'REPLAY_REQUESTED' order by at limit ?",
                row -> row.uuid("id"),
                ENTRIES_AT_ONCE);
    }

    /**
     * Takes one entry's object in, in the transaction that closes the entry.
     *
     * @throws RoentgenException with the rule that it still breaks
     */
    @Transactional
    public void replay(@Body UUID id) throws IOException {
        Optional<Entry> entry = sql.first(
                """
                select origin, object_id from quarantine where id = ? and state = 'REPLAY_REQUESTED'
                for update skip locked
                """,
                row -> new Entry(
                        row.text("origin"), row.optionalText("object_id").map(ObjectId::new)),
                id);
        if (entry.isEmpty()) {
            return;
        }
        ObjectId object = entry.get()
                .object()
                .orElseThrow(() -> new RoentgenException(
                        ErrorCode.MALFORMED_DICOM, "The entry holds no object: replay its pipeline run instead"));
        ingest.register(new Arrival(
                object,
                Files.size(objects.file(object)),
                entry.get().origin(),
                sourceOf(entry.get().origin()),
                Optional.empty()));
        end(id, "REPLAYED");
    }

    /** The entry stays open with what is wrong now. */
    @Transactional
    public void reopen(
            @ExchangeProperty(QuarantineRoute.ENTRY) UUID id,
            @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Throwable failure) {
        Cause cause = Failures.causeOf(failure);
        sql.update("update quarantine set code = ?, message = ? where id = ?", cause.code(), cause.message(), id);
        end(id, "OPEN");
    }

    private void end(UUID id, String state) {
        sql.update("update quarantine set state = ? where id = ?", state, id);
        notifications.changed(Subject.QUARANTINE, id, state);
    }

    private Optional<UUID> sourceOf(String origin) {
        String aeTitle = origin.substring(origin.indexOf(' ') + 1);
        return sql.first("select id from source where ae_title = ?", row -> row.uuid("id"), aeTitle)
                .or(() -> sql.first("select id from source where kind = 'STOW' limit 1", row -> row.uuid("id")));
    }

    private record Entry(String origin, Optional<ObjectId> object) {}
}
