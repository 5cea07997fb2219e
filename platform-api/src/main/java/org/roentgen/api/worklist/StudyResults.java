package org.roentgen.api.worklist;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.roentgen.api.Json;
import org.roentgen.api.problem.ProblemException;
import org.roentgen.api.review.ReviewView;
import org.roentgen.domain.inference.Finding;
import org.roentgen.store.entity.Review;
import org.roentgen.store.query.Queries;
import org.roentgen.store.query.Row;

/** Reads the results of a study, newest first. */
@ApplicationScoped
public class StudyResults {
    private static final TypeReference<List<Finding>> FINDINGS = new TypeReference<>() {};
    private static final TypeReference<Map<String, String>> SOFTWARE = new TypeReference<>() {};

    private final Queries queries;
    private final Json json;

    StudyResults(Queries queries, Json json) {
        this.queries = queries;
        this.json = json;
    }

    @Transactional
    public List<StudyResult> find(UUID studyId) {
        if (queries.count("select count(*) from study where id = :id", Map.of("id", studyId)) == 0) {
            throw ProblemException.notFound("study", studyId);
        }
        return queries.list("""
                select f.run_id, e.series_instance_uid, m.name, v.version, cast(f.findings as text) as findings,
                    cast(f.software as text) as software,
                    f.seg_instance_uid, f.sr_instance_uid, w.state as review_state, w.reader, w.reason, w.decided_at,
                    (select g.series_instance_uid from instance i join series g on g.id = i.series_id
                        where i.sop_instance_uid = f.seg_instance_uid) as seg_series
                from inference_result f
                join pipeline_run r on r.id = f.run_id
                join series e on e.id = r.series_id
                join model_version v on v.id = f.model_version_id
                join model m on m.id = v.model_id
                left join review w on w.run_id = r.id
                where r.study_id = :id order by f.created_at desc
                """, Map.of("id", studyId), this::result);
    }

    private StudyResult result(Row row) {
        Optional<ReviewView> review = row.optionalText("review_state")
                .map(state -> new ReviewView(
                        Review.State.valueOf(state),
                        row.optionalText("reader"),
                        row.optionalText("reason"),
                        row.optionalInstant("decided_at")));
        return new StudyResult(
                row.uuid("run_id"),
                row.text("series_instance_uid"),
                row.text("name"),
                row.integer("version"),
                json.read(row.text("findings"), FINDINGS),
                json.read(row.text("software"), SOFTWARE),
                row.optionalText("seg_instance_uid"),
                row.optionalText("seg_series"),
                row.optionalText("sr_instance_uid"),
                review);
    }
}
