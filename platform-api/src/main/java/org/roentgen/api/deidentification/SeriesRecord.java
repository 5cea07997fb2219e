package org.roentgen.api.deidentification;

import com.fasterxml.jackson.core.type.TypeReference;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.roentgen.api.Json;
import org.roentgen.store.query.Row;

/**
 * What one version of a profile did to one series, without any value.
 *
 * @param profileHash SHA-256 of the exported profile
 * @param project whose key made the pseudonyms
 * @param keyVersion counts the changes of the project's key
 * @param keyId names the key of the pseudonyms and fingerprints
 * @param instances those that were de-identified
 * @param refused those that were not, so that none of the series was released
 * @param regions rectangles of pixels that were blanked
 * @param actions how often each action was taken
 * @param facePicture true where the face was looked for and a picture shows what was taken away
 * @param runId the pipeline run; empty where a person asked for it or a data set was made
 */
public record SeriesRecord(
        UUID id,
        UUID studyId,
        UUID seriesId,
        String modality,
        String profile,
        int profileVersion,
        String profileHash,
        String project,
        int keyVersion,
        String keyId,
        String software,
        State state,
        Optional<String> cause,
        int instances,
        int refused,
        int regions,
        Map<String, Long> actions,
        Optional<String> pseudonymousSeriesInstanceUid,
        boolean facePicture,
        Optional<UUID> runId,
        Instant startedAt,
        Optional<Instant> finishedAt,
        Optional<UUID> supersededBy) {
    static final String SELECT = """
            select r.id, r.study_id, r.series_id, e.modality, r.profile, r.profile_version, r.profile_hash, r.project,
                r.key_version, r.key_id, r.software, r.state, r.cause_message, r.run_id, r.started_at, r.finished_at, r.superseded_by,
                r.face_picture_object_id is not null as face_picture,
                (select count(*) from deidentified_instance i where i.record_id = r.id and i.state = 'DONE') as instances,
                (select count(*) from deidentified_instance i where i.record_id = r.id and i.state = 'REFUSED') as refused,
                (select coalesce(sum(jsonb_array_length(i.regions)), 0) from deidentified_instance i
                    where i.record_id = r.id and i.state = 'DONE') as regions,
                (select cast(coalesce(jsonb_object_agg(c.action, c.times), jsonb_build_object()) as text) from (
                    select a.value ->> 'action' as action, count(*) as times from deidentified_instance i
                    cross join jsonb_array_elements(i.actions) a where i.record_id = r.id group by 1) c) as actions,
                (select min(i.pseudonymous_series_instance_uid) from deidentified_instance i
                    where i.record_id = r.id) as pseudonymous_series
            from deidentification_record r join series e on e.id = r.series_id
            """;

    /** How far it is. */
    public enum State {
        /** Copies are staged; none is released. */
        RUNNING,
        RELEASED,
        /** At least one instance could not be de-identified safely, so that none was released. */
        REFUSED,
        /** Released once; copies by a newer version of the profile or under a newer key have taken their place. */
        SUPERSEDED
    }

    static SeriesRecord of(Row row, Json json) {
        return new SeriesRecord(
                row.uuid("id"),
                row.uuid("study_id"),
                row.uuid("series_id"),
                row.text("modality"),
                row.text("profile"),
                row.integer("profile_version"),
                row.text("profile_hash"),
                row.text("project"),
                row.integer("key_version"),
                row.text("key_id"),
                row.text("software"),
                row.constant("state", State.class),
                row.optionalText("cause_message"),
                row.integer("instances"),
                row.integer("refused"),
                row.integer("regions"),
                new TreeMap<>(json.read(row.text("actions"), new TypeReference<Map<String, Long>>() {})),
                row.optionalText("pseudonymous_series"),
                row.flag("face_picture"),
                row.optionalUuid("run_id"),
                row.instant("started_at"),
                row.optionalInstant("finished_at"),
                row.optionalUuid("superseded_by"));
    }
}
