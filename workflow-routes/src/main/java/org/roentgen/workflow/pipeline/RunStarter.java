package org.roentgen.workflow.pipeline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.roentgen.domain.pipeline.StepConfiguration;
import org.roentgen.workflow.database.Json;
import org.roentgen.workflow.database.Notifications;
import org.roentgen.workflow.database.Notifications.Subject;
import org.roentgen.workflow.database.Sql;

/** Starts runs, once for each pipeline version, series and content. */
@ApplicationScoped
public class RunStarter {
    private final Sql sql;
    private final Json json;
    private final Notifications notifications;

    RunStarter(Sql sql, Json json, Notifications notifications) {
        this.sql = sql;
        this.json = json;
        this.notifications = notifications;
    }

    /** @return the new run; empty if this version has already run, or runs, over the same content */
    @Transactional
    public Optional<UUID> start(PipelineVersion version, UUID study, UUID series) {
        UUID run = UUID.randomUUID();
        int inserted = sql.update("""
                insert into pipeline_run (id, pipeline_version_id, study_id, series_id, content_hash, state)
                values (?, ?, ?, ?, ?, 'RUNNING') on conflict (pipeline_version_id, series_id, content_hash) do nothing
                """, run, version.id(), study, series, contentHash(series));
        if (inserted == 0) {
            return Optional.empty();
        }
        List<StepConfiguration> steps = version.definition().steps();
        for (int ordinal = 0; ordinal < steps.size(); ordinal++) {
            StepConfiguration step = steps.get(ordinal);
            sql.update(
                    """
                    insert into pipeline_step (id, run_id, ordinal, kind, configuration, state)
                    values (?, ?, ?, ?, ?::jsonb, ?)
                    """,
                    UUID.randomUUID(),
                    run,
                    ordinal,
                    step.stepKind(),
                    json.write(step),
                    ordinal == 0 ? "READY" : "PENDING");
        }
        notifications.changed(Subject.RUN, run, "RUNNING");
        return Optional.of(run);
    }

    /** SHA-256 over the lines {@code uid SP objectId LF} of the received instances, sorted. */
    private String contentHash(UUID series) {
        List<String> lines = sql.list("""
                select sop_instance_uid || ' ' || object_id || chr(10) as line from instance
                where series_id = ? and origin = 'RECEIVED'
                """, row -> row.text("line"), series);
        String content = String.join("", lines.stream().sorted().toList());
        return HexFormat.of().formatHex(sha256().digest(content.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
