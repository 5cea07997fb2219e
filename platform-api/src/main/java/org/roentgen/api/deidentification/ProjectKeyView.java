package org.roentgen.api.deidentification;

import com.fasterxml.jackson.core.type.TypeReference;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.roentgen.api.Json;
import org.roentgen.store.query.Row;

/**
 * The version of its key that a project's pseudonyms are made with.
 *
 * @param version counts the changes of the key, from 1
 * @param rotatedBy who started this version; empty for the first, like {@code rotatedAt} and {@code reason}
 * @param profiles whose newest approved version belongs to the project
 * @param series released under this version
 * @param olderSeries still released under an older version
 */
public record ProjectKeyView(
        String project,
        int version,
        Optional<String> rotatedBy,
        Optional<Instant> rotatedAt,
        Optional<String> reason,
        List<String> profiles,
        int series,
        int olderSeries) {
    static final String SELECT = """
            with used as (
                select distinct on (name) name, coalesce(cast(definition as jsonb) ->> 'project', 'default') as project
                from deidentification_profile where state = 'APPROVED' order by name, version desc),
            named as (select project from used union select project from project_key
                union select project from deidentification_record),
            newest as (
                select n.project, coalesce(k.version, 1) as version, k.created_by, k.created_at, k.reason from named n
                left join lateral (select * from project_key where project = n.project order by version desc limit 1) k on true)
            select n.project, n.version, n.created_by, n.created_at, n.reason,
                (select cast(coalesce(jsonb_agg(u.name order by u.name), jsonb_build_array()) as text) from used u
                    where u.project = n.project) as profiles,
                (select count(*) from deidentification_record r where r.project = n.project and r.state = 'RELEASED'
                    and r.key_version = n.version) as series,
                (select count(*) from deidentification_record r where r.project = n.project and r.state = 'RELEASED'
                    and r.key_version < n.version) as older_series
            from newest n
            """;

    static ProjectKeyView of(Row row, Json json) {
        return new ProjectKeyView(
                row.text("project"),
                row.integer("version"),
                row.optionalText("created_by"),
                row.optionalInstant("created_at"),
                row.optionalText("reason"),
                json.read(row.text("profiles"), new TypeReference<List<String>>() {}),
                row.integer("series"),
                row.integer("older_series"));
    }
}
