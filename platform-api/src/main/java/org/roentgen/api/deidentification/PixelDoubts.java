package org.roentgen.api.deidentification;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.roentgen.api.Json;
import org.roentgen.api.Page;
import org.roentgen.api.Paging;
import org.roentgen.api.pipeline.RunReplay;
import org.roentgen.api.problem.ProblemException;
import org.roentgen.store.query.Queries;

/** The images on which a person has to decide, and what was decided. */
@ApplicationScoped
class PixelDoubts {
    private final Queries queries;
    private final Json json;
    private final StudyRequests requests;
    private final RunReplay runs;

    PixelDoubts(Queries queries, Json json, StudyRequests requests, RunReplay runs) {
        this.queries = queries;
        this.json = json;
        this.requests = requests;
        this.runs = runs;
    }

    /** The longest waiting first. */
    Page<PixelDoubt> list(Paging paging) {
        return new Page<>(
                queries.list(
                        PixelDoubt.SELECT + " order by d.created_at, d.instance_id limit " + paging.limit() + " offset "
                                + paging.offset(),
                        Map.of(),
                        row -> PixelDoubt.of(row, json)),
                queries.count("select count(*) from " + PixelDoubt.WAITING, Map.of()));
    }

    /** In the caller's transaction. */
    PixelDecisionView decide(UUID record, UUID instance, PixelDecisionRequest request, String reviewer) {
        List<PixelDoubt> waiting = waiting(record);
        PixelDoubt doubt = waiting.stream()
                .filter(one -> one.instanceId().equals(instance))
                .findFirst()
                .orElseThrow(() -> ProblemException.conflict(
                        "NOT_IN_DOUBT", "Instance " + instance + " of record " + record + " waits for no decision"));
        List<Region> regions = regions(doubt, request);
        List<UUID> decided = waiting.stream()
                .filter(one -> request.alike() && one.rows() == doubt.rows() && one.columns() == doubt.columns()
                        || one.instanceId().equals(instance))
                .map(PixelDoubt::instanceId)
                .toList();
        for (UUID one : decided) {
            queries.update(
                    """
                    insert into pixel_decision (instance_id, regions, decided_by)
                    values (:instance, cast(:regions as jsonb), :reviewer)
                    """, Map.of("instance", one, "regions", json.write(List.class, regions), "reviewer", reviewer));
        }
        int left = waiting.size() - decided.size();
        if (left == 0) {
            takeUp(record, doubt, reviewer);
        }
        return new PixelDecisionView(decided.size(), left, regions);
    }

    private List<PixelDoubt> waiting(UUID record) {
        return queries.list(
                PixelDoubt.SELECT + " and d.record_id = :record",
                Map.of("record", record),
                row -> PixelDoubt.of(row, json));
    }

    private static List<Region> regions(PixelDoubt doubt, PixelDecisionRequest request) {
        List<Region> regions = Optional.ofNullable(request.regions())
                .orElseThrow(() -> ProblemException.invalid(
                        "regions are missing: name what is blanked, or [] where nothing has to be"));
        for (Region region : regions) {
            if (!region.isIn(doubt.columns(), doubt.rows())) {
                throw ProblemException.invalid("region %d,%d %dx%d must begin in the image of %dx%d and have an area"
                        .formatted(
                                region.x(),
                                region.y(),
                                region.width(),
                                region.height(),
                                doubt.columns(),
                                doubt.rows()));
            }
        }
        return regions;
    }

    /** The pipeline run that was held up goes on; without one the study is de-identified again. */
    private void takeUp(UUID record, PixelDoubt doubt, String reviewer) {
        Optional<UUID> run = queries.first("""
                select run.id from pipeline_run run join deidentification_record record on record.series_id = run.series_id
                    join pipeline_step step on step.run_id = run.id and step.kind = 'DEIDENTIFY'
                        and step.state in ('DEAD_LETTER', 'STOPPED')
                where record.id = :record and run.state in ('FAILED', 'STOPPED') order by run.created_at desc
                """, Map.of("record", record), row -> row.uuid("id"));
        if (run.isPresent()) {
            runs.replay(run.get());
        } else {
            requests.add(doubt.studyId(), doubt.profile(), reviewer);
        }
    }
}
