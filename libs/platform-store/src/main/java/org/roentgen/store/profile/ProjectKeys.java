package org.roentgen.store.profile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import org.roentgen.store.query.Queries;

/** Which version of its key each project's pseudonyms are made with; the keys themselves are derived elsewhere. */
@ApplicationScoped
public class ProjectKeys {
    private static final long LOCK = 0x526F656E74676E4BL;

    private final Queries queries;

    ProjectKeys(Queries queries) {
        this.queries = queries;
    }

    /** Counts the changes of the project's key, from 1. */
    public int version(String project) {
        return Math.toIntExact(queries.count(
                "select coalesce(max(version), 1) from project_key where project = :project",
                Map.of("project", project)));
    }

    /**
     * Starts the next version: whatever is de-identified from now on has other pseudonyms.
     *
     * @return the new version
     */
    @Transactional
    public int rotate(String project, String reason, String author) {
        queries.first("select 1 as one from pg_advisory_xact_lock(:lock)", Map.of("lock", LOCK), _ -> 1);
        int next = version(project) + 1;
        queries.update("""
                insert into project_key (project, version, reason, created_by) values (:project, :version, :reason, :author)
                """, Map.of("project", project, "version", next, "reason", reason, "author", author));
        return next;
    }
}
