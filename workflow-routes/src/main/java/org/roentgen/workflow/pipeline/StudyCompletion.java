package org.roentgen.workflow.pipeline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.roentgen.domain.pipeline.SeriesMatch;
import org.roentgen.store.audit.AuditEntry;
import org.roentgen.store.audit.AuditLog;
import org.roentgen.workflow.database.Notifications;
import org.roentgen.workflow.database.Notifications.Subject;
import org.roentgen.workflow.database.Sql;

/** Decides when a study is complete, and which pipelines take which of its series. */
@ApplicationScoped
public class StudyCompletion {
    private static final int STUDIES_AT_ONCE = 20;
    private static final int DEFAULT_QUIET_SECONDS = 10;
    private final Sql sql;
    private final Notifications notifications;
    private final PipelineVersions versions;
    private final RunStarter runs;
    private final AuditLog audit;

    StudyCompletion(Sql sql, Notifications notifications, PipelineVersions versions, RunStarter runs, AuditLog audit) {
        this.sql = sql;
        this.notifications = notifications;
        this.versions = versions;
        this.runs = runs;
        this.audit = audit;
    }

    /**
     * Completes the studies whose source has sent nothing for its quiet time, and starts their runs in the same transaction.
     *
     * @return how many
     */
    @Transactional
    public int completeQuietStudies() {
        List<UUID> studies = sql.list("""
                update study set state = 'COMPLETE' where id in (
                    select quiet.id from study quiet left join source on source.id = quiet.source_id
                    where quiet.state = 'RECEIVING'
                      and quiet.last_received_at + coalesce(source.quiet_seconds, ?) * interval '1 second' < now()
                    order by quiet.last_received_at limit ? for update of quiet skip locked)
                returning id
                """, row -> row.uuid("id"), DEFAULT_QUIET_SECONDS, STUDIES_AT_ONCE);
        if (studies.isEmpty()) {
            return 0;
        }
        List<PipelineVersion> active = versions.active();
        for (UUID study : studies) {
            notifications.changed(Subject.STUDY, study, "COMPLETE");
            audit(study);
            startRuns(study, active);
        }
        return studies.size();
    }

    /** Who sent the study; what comes by STOW-RS is audited with the person who stored it. */
    private void audit(UUID study) {
        sql.first(
                        """
                        select study.study_instance_uid, source.ae_title, (
                            select count(*) from instance join series on series.id = instance.series_id
                            where series.study_id = study.id and instance.origin = 'RECEIVED') as instances
                        from study join source on source.id = study.source_id
                        where study.id = ? and source.kind = 'DIMSE'
                        """,
                        row -> new AuditEntry(
                                "ae:" + row.text("ae_title"),
                                "study.receive",
                                "study",
                                row.text("study_instance_uid"),
                                "workflow-routes",
                                AuditEntry.Outcome.SUCCESS,
                                Map.of("instances", Integer.toString(row.integer("instances")))),
                        study)
                .ifPresent(audit::append);
    }

    private void startRuns(UUID study, List<PipelineVersion> active) {
        List<ReceivedSeries> series = sql.list(
                """
                select series.id, series.modality, series.description, series.body_part,
                    coalesce(source.ae_title, '') as source, count(*) as instances
                from series join instance on instance.series_id = series.id
                    join study on study.id = series.study_id left join source on source.id = study.source_id
                where series.study_id = ? and instance.origin = 'RECEIVED'
                group by series.id, series.modality, series.description, series.body_part, source.ae_title
                order by series.id
                """,
                row -> new ReceivedSeries(
                        row.uuid("id"),
                        new SeriesMatch.Candidate(
                                row.text("modality"),
                                row.text("description"),
                                row.text("body_part"),
                                row.text("source"),
                                row.integer("instances"))),
                study);
        for (ReceivedSeries candidate : series) {
            active.stream()
                    .filter(version -> version.definition().match().accepts(candidate.candidate()))
                    .forEach(version -> runs.start(version, study, candidate.id()));
        }
    }

    private record ReceivedSeries(UUID id, SeriesMatch.Candidate candidate) {}
}
