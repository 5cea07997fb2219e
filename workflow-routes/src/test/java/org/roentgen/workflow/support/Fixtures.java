package org.roentgen.workflow.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigInteger;
import java.util.UUID;
import org.roentgen.domain.ModelVersionId;
import org.roentgen.domain.pipeline.PipelineDefinition;
import org.roentgen.workflow.database.Json;
import org.roentgen.workflow.database.Sql;
import org.roentgen.workflow.peer.Peer;
import org.roentgen.workflow.peer.Peers;
import org.roentgen.workflow.pipeline.PipelineVersion;

/** Rows that other services would have written. */
@ApplicationScoped
public class Fixtures {
    private final Sql sql;
    private final Json json;
    private final Peers peers;

    Fixtures(Sql sql, Json json, Peers peers) {
        this.sql = sql;
        this.json = json;
        this.peers = peers;
    }

    /** An enabled DIMSE source, quiet after a second; the receiver has seen it when this returns. */
    public void source(String aeTitle) {
        sql.update("""
                insert into source (id, ae_title, kind, quiet_seconds) values (?, ?, 'DIMSE', 1)
                on conflict (ae_title) do nothing
                """, UUID.randomUUID(), aeTitle);
        Await.until(() -> peers.find(aeTitle).isPresent());
    }

    /** An enabled DIMSE source that may query and retrieve; the receiver has seen it when this returns. */
    public void queryingSource(String aeTitle) {
        source(aeTitle);
        sql.update("update source set query_retrieve = true where ae_title = ?", aeTitle);
        Await.until(() -> peers.find(aeTitle).filter(Peer::queryRetrieve).isPresent());
    }

    /** An enabled destination with that AE title; another one with it is removed. */
    public void destinationAt(String aeTitle, int port) {
        sql.update("delete from destination where name = ?", aeTitle);
        sql.update(
                "insert into destination (id, name, ae_title, host, port) values (?, ?, ?, 'localhost', ?)",
                UUID.randomUUID(),
                aeTitle,
                aeTitle,
                port);
    }

    /** A study of one series with that many instances, received long ago. */
    public record Series(UUID study, UUID series) {}

    @Transactional
    public Series series(String modality, int instances) {
        UUID patient = UUID.randomUUID();
        UUID study = UUID.randomUUID();
        sql.update("insert into patient (id, patient_id) values (?, ?)", patient, patient.toString());
        sql.update("""
                insert into study (id, patient_id, study_instance_uid, state, last_received_at)
                values (?, ?, ?, 'RECEIVING', now() - interval '1 hour')
                """, study, patient, uid(study));
        UUID series = addSeries(study, modality);
        for (int index = 0; index < instances; index++) {
            addInstance(series);
        }
        return new Series(study, series);
    }

    /** Another series of a study, empty. */
    public UUID addSeries(UUID study, String modality) {
        UUID series = UUID.randomUUID();
        sql.update(
                "insert into series (id, study_id, series_instance_uid, modality) values (?, ?, ?, ?)",
                series,
                study,
                uid(series),
                modality);
        return series;
    }

    @Transactional
    public void addInstance(UUID series) {
        UUID instance = UUID.randomUUID();
        addInstance(series, uid(instance), instance.toString().replace("-", "").repeat(2));
    }

    /** An instance whose object is in the identified store. */
    @Transactional
    public void addInstance(UUID series, String sopInstanceUid, String object) {
        sql.update("""
                insert into instance (id, series_id, sop_instance_uid, sop_class_uid, transfer_syntax_uid, decodable,
                    object_id, size_bytes, origin)
                values (?, ?, ?, '1.2.840.10008.5.1.4.1.1.4', '1.2.840.10008.1.2.1', true, ?, 1, 'RECEIVED')
                """, UUID.randomUUID(), series, sopInstanceUid, object);
    }

    /** An active pipeline of that definition; every call gives it the next version. */
    @Transactional
    public PipelineVersion pipeline(String name, String definition) {
        sql.update(
                "insert into pipeline (id, name) values (?, ?) on conflict (name) do nothing", UUID.randomUUID(), name);
        UUID pipeline = sql.first("select id from pipeline where name = ?", row -> row.uuid("id"), name)
                .orElseThrow();
        UUID version = UUID.randomUUID();
        int number = sql.first("""
                        insert into pipeline_version (id, pipeline_id, version, definition, created_by)
                        select ?, ?, coalesce(max(version), 0) + 1, ?::jsonb, 'test' from pipeline_version
                        where pipeline_id = ? returning version
                        """, row -> row.integer("version"), version, pipeline, definition, pipeline)
                .orElseThrow();
        sql.update("update pipeline set active_version_id = ? where id = ?", version, pipeline);
        return new PipelineVersion(version, name, number, json.read(definition, PipelineDefinition.class));
    }

    /** A model with one version, which is in production. */
    @Transactional
    public void productionModel(String name, ModelVersionId version) {
        sql.update("insert into model (id, name, task) values (?, ?, 'SEGMENTATION')", UUID.randomUUID(), name);
        version(name, version, 1, "PRODUCTION");
    }

    /** Another version of a model. */
    public void version(String name, ModelVersionId version, int number, String stage) {
        sql.update("""
                insert into model_version (id, model_id, version, package_object_id, stage, parity_max_abs_difference,
                    metrics) select ?, id, ?, ?, ?, 0, '{}' from model where name = ?
                """, version.value(), number, "0".repeat(64), stage, name);
    }

    public void destination(String name, int port) {
        sql.update(
                "insert into destination (id, name, ae_title, host, port) values (?, ?, 'PACS', 'localhost', ?)",
                UUID.randomUUID(),
                name,
                port);
    }

    /** What the API does when a reader accepts. */
    @Transactional
    public void accept(UUID run) {
        sql.update("update review set state = 'ACCEPTED', reader = 'r', decided_at = now() where run_id = ?", run);
        sql.update(
                "update pipeline_step set state = 'COMPLETED', finished_at = now() where run_id = ? and kind = 'REVIEW'",
                run);
        sql.update("""
                update pipeline_step set state = 'READY', available_at = now()
                where run_id = ? and kind = 'DELIVER' and state = 'PENDING'
                """, run);
        sql.update("update pipeline_run set state = 'RUNNING' where id = ?", run);
    }

    /** A random UID under the UUID root of PS3.5 B.2. */
    public static String uid(UUID uuid) {
        return "2.25." + new BigInteger(uuid.toString().replace("-", ""), 16);
    }
}
