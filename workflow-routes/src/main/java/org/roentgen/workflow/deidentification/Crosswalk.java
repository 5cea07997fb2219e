package org.roentgen.workflow.deidentification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;
import org.roentgen.dicom.deidentify.Profile;
import org.roentgen.domain.error.ErrorCode;
import org.roentgen.domain.error.RoentgenException;
import org.roentgen.domain.inference.InstanceReference;
import org.roentgen.domain.object.ObjectId;
import org.roentgen.workflow.database.Json;
import org.roentgen.workflow.database.Sql;

/** Which pseudonym stands for which original, and which de-identified copies there are. */
@ApplicationScoped
public class Crosswalk {
    /** Pseudonym to original. */
    record Mappings(Map<String, String> uids, Map<String, String> patientIds, Map<String, String> accessionNumbers) {}

    private final Sql sql;
    private final Json json;

    Crosswalk(Sql sql, Json json) {
        this.sql = sql;
        this.json = json;
    }

    /** The copy that was made with this version of the profile. */
    Optional<DeidentifiedZone.Copy> find(String pseudonymousSopInstanceUid, Profile profile) {
        return sql.first(
                """
                select pseudonymous_series_instance_uid, object_id from deidentified_instance
                where pseudonymous_sop_instance_uid = ? and profile = ? and profile_version = ?
                """,
                row -> new DeidentifiedZone.Copy(
                        new InstanceReference(pseudonymousSopInstanceUid, new ObjectId(row.text("object_id"))),
                        row.text("pseudonymous_series_instance_uid")),
                pseudonymousSopInstanceUid,
                profile.name(),
                profile.version());
    }

    /** Writes a copy and its mappings together; a copy by another profile or version is replaced. */
    @Transactional
    public void add(DeidentifiedZone.Copy copy, String studyInstanceUid, Profile profile, Mappings mappings) {
        add("UID", mappings.uids());
        add("PATIENT_ID", mappings.patientIds());
        add("ACCESSION_NUMBER", mappings.accessionNumbers());
        sql.update(
                """
                insert into deidentified_instance (pseudonymous_sop_instance_uid, pseudonymous_series_instance_uid,
                    pseudonymous_study_instance_uid, object_id, profile, profile_version)
                values (?, ?, ?, ?, ?, ?)
                on conflict (pseudonymous_sop_instance_uid) do update set object_id = excluded.object_id,
                    profile = excluded.profile, profile_version = excluded.profile_version, created_at = now()
                """,
                copy.reference().sopInstanceUid(),
                copy.seriesInstanceUid(),
                studyInstanceUid,
                copy.reference().object().value(),
                profile.name(),
                profile.version());
    }

    /** @throws RoentgenException INTERNAL_ERROR if the pseudonym is unknown */
    public String originalUid(String pseudonym) {
        return sql.first(
                        "select original from pseudonym where kind = 'UID' and pseudonym = ?",
                        row -> row.text("original"),
                        pseudonym)
                .orElseThrow(() -> new RoentgenException(
                        ErrorCode.INTERNAL_ERROR, "The result names the UID " + pseudonym + ", which is no pseudonym"));
    }

    /** In the order of the pseudonyms, so that two transactions never wait for each other in a circle. */
    private void add(String kind, Map<String, String> originals) {
        if (!originals.isEmpty()) {
            sql.update("""
                    insert into pseudonym (pseudonym, kind, original)
                    select key, ?, value from jsonb_each_text(?::jsonb) order by key on conflict (pseudonym) do nothing
                    """, kind, json.write(originals));
        }
    }
}
