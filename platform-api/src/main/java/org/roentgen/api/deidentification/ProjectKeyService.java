package org.roentgen.api.deidentification;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.roentgen.api.Json;
import org.roentgen.api.problem.ProblemException;
import org.roentgen.store.profile.ProjectKeys;
import org.roentgen.store.query.Queries;

/** Which version of its key each project has, and its change. */
@ApplicationScoped
class ProjectKeyService {
    private final ProjectKeys keys;
    private final Queries queries;
    private final Json json;

    ProjectKeyService(ProjectKeys keys, Queries queries, Json json) {
        this.keys = keys;
        this.queries = queries;
        this.json = json;
    }

    List<ProjectKeyView> list() {
        return queries.list(
                ProjectKeyView.SELECT + "order by n.project", Map.of(), row -> ProjectKeyView.of(row, json));
    }

    /** In the caller's transaction. */
    KeyRotationView rotate(String project, String reason, String author) {
        if (list().stream().noneMatch(known -> known.project().equals(project))) {
            throw ProblemException.notFound("project", "'" + project + "'");
        }
        int version = keys.rotate(project, reason, author);
        int studies = queries.update("""
                insert into deidentification_request (id, study_id, profile, state, requested_by)
                select gen_random_uuid(), r.study_id, r.profile, 'PENDING', :author from (
                    select distinct study_id, profile from deidentification_record
                    where project = :project and state in ('RUNNING', 'RELEASED') and not exists (
                        select 1 from deidentified_instance i where i.record_id = deidentification_record.id
                            and i.object_id = 'erased')) r
                """, Map.of("project", project, "author", author));
        return new KeyRotationView(project, version, studies);
    }
}
