package org.roentgen.workflow.deidentification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.roentgen.dicom.FileMeta;
import org.roentgen.dicom.deidentify.Fingerprints;
import org.roentgen.domain.dataset.KeyVersion;
import org.roentgen.domain.inference.InstanceReference;
import org.roentgen.domain.object.ObjectId;
import org.roentgen.store.profile.StoredProfile;
import org.roentgen.workflow.database.Json;
import org.roentgen.workflow.database.Sql;
import org.roentgen.workflow.deidentification.Pseudonymization.ProjectKey;

/**
 * What was done to the instances of a series by a version of a profile. Copies are staged one by one, so that an interrupted
 * execution goes on where it was, and released or discarded together.
 */
@ApplicationScoped
public class DeidentificationRecords {
    /**
     * A copy that is to be staged.
     *
     * @param reviewer who decided what was blanked in its pixels; empty where nobody had to
     */
    record Staged(
            UUID instance,
            DeidentifiedZone.Copy copy,
            String studyInstanceUid,
            Evidence evidence,
            Optional<String> reviewer) {}

    private final Sql sql;
    private final Json json;
    private final Crosswalk crosswalk;

    DeidentificationRecords(Sql sql, Json json, Crosswalk crosswalk) {
        this.sql = sql;
        this.json = json;
        this.crosswalk = crosswalk;
    }

    /** Opens the record of the series under this version and key, or finds the one that an earlier execution opened. */
    @Transactional
    public UUID open(UUID series, StoredProfile profile, ProjectKey key) {
        return sql.first(
                        """
                        insert into deidentification_record (id, study_id, series_id, profile, profile_version,
                            profile_hash, project, key_version, key_id, software, state)
                        select ?, study_id, id, ?, ?, ?, ?, ?, ?, ?, 'RUNNING' from series where id = ?
                        on conflict (series_id, profile, profile_version, key_version) do update set
                            state = case when deidentification_record.state = 'REFUSED' then 'RUNNING'
                                else deidentification_record.state end,
                            cause_message = null
                        returning id
                        """,
                        row -> row.uuid("id"),
                        UUID.randomUUID(),
                        profile.name(),
                        profile.version(),
                        profile.hash(),
                        key.project(),
                        key.version(),
                        Fingerprints.keyId(key.key()),
                        FileMeta.IMPLEMENTATION_VERSION_NAME,
                        series)
                .orElseThrow();
    }

    /** The key that the pseudonyms of a record were made with. */
    public KeyVersion key(UUID record) {
        return sql.first(
                        "select project, key_version from deidentification_record where id = ?",
                        row -> new KeyVersion(row.text("project"), row.integer("key_version")),
                        record)
                .orElseThrow();
    }

    /** The copy that was made of the instance, released or not; empty where an erasure has cut it off. */
    Optional<DeidentifiedZone.Copy> find(UUID record, UUID instance) {
        return sql.first(
                """
                select pseudonymous_sop_instance_uid, pseudonymous_series_instance_uid, object_id
                from deidentified_instance where record_id = ? and instance_id = ? and state = 'DONE'
                    and pseudonymous_sop_instance_uid is not null
                """,
                row -> new DeidentifiedZone.Copy(
                        new InstanceReference(
                                row.text("pseudonymous_sop_instance_uid"), new ObjectId(row.text("object_id"))),
                        row.text("pseudonymous_series_instance_uid")),
                record,
                instance);
    }

    /** Writes a copy, its evidence and its mappings together. */
    @Transactional
    public void stage(UUID record, Staged staged, Crosswalk.Mappings mappings) {
        crosswalk.add(mappings);
        sql.update(
                """
                insert into deidentified_instance (record_id, instance_id, state, pseudonymous_sop_instance_uid,
                    pseudonymous_series_instance_uid, pseudonymous_study_instance_uid, object_id, actions, regions, reviewer)
                values (?, ?, 'DONE', ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?)
                on conflict (record_id, instance_id) do update set state = 'DONE', cause_message = null, doubtful = false,
                    released = deidentified_instance.released
                        and deidentified_instance.pseudonymous_sop_instance_uid is not null,
                    pseudonymous_sop_instance_uid = excluded.pseudonymous_sop_instance_uid,
                    pseudonymous_series_instance_uid = excluded.pseudonymous_series_instance_uid,
                    pseudonymous_study_instance_uid = excluded.pseudonymous_study_instance_uid,
                    object_id = excluded.object_id, actions = excluded.actions, regions = excluded.regions,
                    reviewer = excluded.reviewer,
                    created_at = now()
                """,
                record,
                staged.instance(),
                staged.copy().reference().sopInstanceUid(),
                staged.copy().seriesInstanceUid(),
                staged.studyInstanceUid(),
                staged.copy().reference().object().value(),
                json.write(staged.evidence().actions()),
                json.write(staged.evidence().regions()),
                staged.reviewer().orElse(null));
    }

    /** Releases what is staged; records of the series by earlier versions of the profile or the key are superseded. */
    @Transactional
    public void release(UUID record, Optional<UUID> run) {
        sql.update("update deidentified_instance set released = true where record_id = ? and state = 'DONE'", record);
        sql.update("""
                update deidentification_record set state = 'RELEASED', finished_at = now(),
                    run_id = coalesce(?, run_id) where id = ? and state <> 'SUPERSEDED'
                """, run.orElse(null), record);
        sql.update("""
                update deidentification_record older set state = 'SUPERSEDED', superseded_by = newest.id
                from deidentification_record this
                join deidentification_record newest on newest.series_id = this.series_id
                    and newest.profile = this.profile and newest.state = 'RELEASED'
                where this.id = ? and older.series_id = this.series_id and older.profile = this.profile
                    and older.state = 'RELEASED'
                    and (older.profile_version, older.key_version) < (newest.profile_version, newest.key_version)
                """, record);
    }

    /**
     * Forgets what is staged and keeps why; what was released before stays.
     *
     * @param refused the reason for each instance that was refused
     * @return objects that nothing refers to any more
     */
    @Transactional
    public List<ObjectId> discard(UUID record, Map<UUID, Refusal> refused, String cause) {
        List<String> dropped = sql.list("""
                delete from deidentified_instance where record_id = ? and not released returning coalesce(object_id, '') as object
                """, row -> row.text("object"), record);
        refused.forEach((instance, refusal) ->
                sql.update("""
                insert into deidentified_instance (record_id, instance_id, state, cause_message, doubtful, regions)
                values (?, ?, 'REFUSED', ?, ?, ?::jsonb) on conflict (record_id, instance_id) do nothing
                """, record, instance, refusal.reason(), refusal.isDoubtful(), json.write(refusal.found())));
        sql.update("""
                update deidentification_record set cause_message = ?, finished_at = now(),
                    state = case when state = 'RUNNING' then 'REFUSED' else state end where id = ?
                """, cause, record);
        return dropped.stream()
                .filter(object -> !object.isEmpty() && !isReferred(object))
                .map(ObjectId::new)
                .toList();
    }

    private boolean isReferred(String object) {
        return sql.first("select 1 from deidentified_instance where object_id = ?", _ -> true, object)
                .isPresent();
    }
}
