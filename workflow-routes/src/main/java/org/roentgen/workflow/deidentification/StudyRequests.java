package org.roentgen.workflow.deidentification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.roentgen.workflow.database.Notifications;
import org.roentgen.workflow.database.Notifications.Subject;
import org.roentgen.workflow.database.Sql;

/** Hands out studies that are to be de-identified again, each to one process at a time, and writes how it ended. */
@ApplicationScoped
public class StudyRequests {
    private static final Duration LEASE = Duration.ofMinutes(10);
    private final Sql sql;
    private final Notifications notifications;

    StudyRequests(Sql sql, Notifications notifications) {
        this.sql = sql;
        this.notifications = notifications;
    }

    /** A study and the profile that it is to be de-identified with. */
    record StudyRequest(UUID id, UUID study, String profile) {}

    /** The id of the longest waiting request, or of one whose process died; empty if there is none. */
    @Transactional
    public List<UUID> claim() {
        return sql.list("""
                update deidentification_request set state = 'RUNNING', lease_until = now() + ? * interval '1 second'
                where id = (select id from deidentification_request
                    where state = 'PENDING' or (state = 'RUNNING' and lease_until < now())
                    order by requested_at limit 1 for update skip locked)
                returning id
                """, row -> row.uuid("id"), LEASE.toSeconds());
    }

    StudyRequest get(UUID id) {
        return sql.first(
                        "select id, study_id, profile from deidentification_request where id = ?",
                        row -> new StudyRequest(row.uuid("id"), row.uuid("study_id"), row.text("profile")),
                        id)
                .orElseThrow();
    }

    /** The series of the study that were received. */
    List<UUID> series(UUID study) {
        return sql.list("""
                select id from series where study_id = ? and exists (select 1 from instance
                    where instance.series_id = series.id and instance.origin = 'RECEIVED') order by series_instance_uid
                """, row -> row.uuid("id"), study);
    }

    void renew(UUID id) {
        sql.update(
                "update deidentification_request set lease_until = now() + ? * interval '1 second' where id = ?",
                LEASE.toSeconds(),
                id);
    }

    /** Ends a request well, together with its effect. */
    @Transactional
    public void complete(StudyRequest request, Runnable effect) {
        effect.run();
        end(request, "COMPLETED", "");
    }

    /** In the caller's transaction. */
    void end(StudyRequest request, String state, String cause) {
        sql.update("""
                update deidentification_request set state = ?, cause_message = nullif(?, ''), finished_at = now(),
                    lease_until = null where id = ?
                """, state, cause, request.id());
        notifications.changed(Subject.STUDY, request.study(), state);
    }
}
