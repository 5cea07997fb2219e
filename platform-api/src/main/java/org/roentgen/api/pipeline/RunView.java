package org.roentgen.api.pipeline;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.roentgen.domain.error.Cause;
import org.roentgen.store.entity.PipelineRun;
import org.roentgen.store.query.Row;

/** A run in a list. */
public record RunView(
        UUID id,
        String pipeline,
        int pipelineVersion,
        UUID studyId,
        String studyInstanceUid,
        String seriesInstanceUid,
        Optional<String> seriesDescription,
        PipelineRun.State state,
        Optional<Cause> cause,
        Instant createdAt,
        Optional<Instant> finishedAt) {
    static final String FROM = """
            from pipeline_run r
            join pipeline_version v on v.id = r.pipeline_version_id
            join pipeline p on p.id = v.pipeline_id
            join series e on e.id = r.series_id
            join study s on s.id = r.study_id
            """;
    static final String SELECT = """
            select r.id, p.name, v.version, r.study_id, s.study_instance_uid, e.series_instance_uid, e.description,
                r.state, r.cause_code, r.cause_message, r.created_at, r.finished_at
            """ + FROM;

    static RunView of(Row row) {
        return new RunView(
                row.uuid("id"),
                row.text("name"),
                row.integer("version"),
                row.uuid("study_id"),
                row.text("study_instance_uid"),
                row.text("series_instance_uid"),
                row.optionalText("description").filter(text -> !text.isEmpty()),
                row.constant("state", PipelineRun.State.class),
                row.cause(),
                row.instant("created_at"),
                row.optionalInstant("finished_at"));
    }
}
