package org.roentgen.workflow.quarantine;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roentgen.domain.error.Cause;
import org.roentgen.domain.object.ObjectId;
import org.roentgen.workflow.database.Notifications;
import org.roentgen.workflow.database.Notifications.Subject;
import org.roentgen.workflow.database.Sql;

/** Adds entries to the quarantine. */
@ApplicationScoped
public class Quarantine {
    private final Sql sql;
    private final Notifications notifications;

    Quarantine(Sql sql, Notifications notifications) {
        this.sql = sql;
        this.notifications = notifications;
    }

    /**
     * Keeps an object that was refused.
     *
     * @param origin where it came from, for people: {@code DIMSE SCANNER1}
     */
    @Transactional
    public UUID addObject(
            String origin,
            @Nullable ObjectId object,
            @Nullable String sopInstanceUid,
            @Nullable String study,
            Cause cause) {
        UUID id = UUID.randomUUID();
        sql.update(
                """
                insert into quarantine (id, origin, object_id, sop_instance_uid, study_instance_uid, code, message)
                values (?, ?, ?, ?, ?, ?, ?)
                """,
                id,
                origin,
                object == null ? null : object.value(),
                sopInstanceUid,
                study,
                cause.code(),
                cause.message());
        notifications.changed(Subject.QUARANTINE, id, "OPEN");
        return id;
    }

    /** Names a study that a pipeline could not process. */
    @Transactional
    public void addStudy(String origin, UUID studyId, Cause cause) {
        String study = sql.first(
                        "select study_instance_uid from study where id = ?",
                        row -> row.text("study_instance_uid"),
                        studyId)
                .orElse(null);
        addObject(origin, null, null, study, cause);
    }

    /** Names a message of the broker that could not be read. */
    @Transactional
    public void addMessage(String origin, Cause cause) {
        addObject(origin, null, null, null, cause);
    }
}
