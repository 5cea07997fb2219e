package org.roentgen.workflow.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.roentgen.domain.error.Cause;
import org.roentgen.domain.object.ObjectId;
import org.roentgen.workflow.database.Json;
import org.roentgen.workflow.database.Notifications;
import org.roentgen.workflow.database.Notifications.Subject;
import org.roentgen.workflow.database.Sql;

/** Hands out imports, each to one process at a time, and writes how they ended. */
@ApplicationScoped
public class ImportQueue {
    static final Duration LEASE = Duration.ofMinutes(2);
    private final Sql sql;
    private final Json json;
    private final Notifications notifications;

    ImportQueue(Sql sql, Json json, Notifications notifications) {
        this.sql = sql;
        this.json = json;
        this.notifications = notifications;
    }

    /** The id of the longest waiting import, or of one whose process died; empty if there is none. */
    @Transactional
    public List<UUID> claim() {
        List<UUID> claimed = sql.list("""
                update dataset_import set state = 'RUNNING', lease_until = now() + ? * interval '1 second'
                where id = (select id from dataset_import
                    where state = 'PENDING' or (state = 'RUNNING' and lease_until < now())
                    order by created_at limit 1 for update skip locked)
                returning id
                """, row -> row.uuid("id"), LEASE.toSeconds());
        claimed.forEach(id -> notifications.changed(Subject.IMPORT, id, "RUNNING"));
        return claimed;
    }

    /** @throws org.roentgen.domain.error.RoentgenException INVALID_DATASET if its options are invalid */
    @Transactional
    public ImportRequest get(UUID id) {
        return sql.first(
                        "select * from dataset_import where id = ?",
                        row -> {
                            ImportFormat format = ImportFormat.valueOf(row.text("format"));
                            return new ImportRequest(
                                    id,
                                    row.text("dataset_name"),
                                    format,
                                    ImportOptions.parse(json.read(row.text("options"), JsonNode.class), format),
                                    row.optionalText("upload_object_id").map(ObjectId::new),
                                    row.text("created_by"));
                        },
                        id)
                .orElseThrow();
    }

    @Transactional
    public void renew(UUID id) {
        sql.update(
                "update dataset_import set lease_until = now() + ? * interval '1 second' where id = ? and state = 'RUNNING'",
                LEASE.toSeconds(),
                id);
    }

    /** The data break a rule; nothing of them becomes a dataset. */
    @Transactional
    public void refuse(UUID id, List<Problem> problems) {
        end(id, "REFUSED", problems);
    }

    /** The platform failed; the cause stands where problems stand. */
    @Transactional
    public void fail(UUID id, Cause cause) {
        end(id, "FAILED", List.of(Problem.error("", cause.message(), "import again; see the service's log")));
    }

    private void end(UUID id, String state, List<Problem> problems) {
        sql.update("""
                update dataset_import set state = ?, problems = ?::jsonb, finished_at = now(), lease_until = null
                where id = ? and state = 'RUNNING'
                """, state, json.write(problems), id);
        notifications.changed(Subject.IMPORT, id, state);
    }
}
