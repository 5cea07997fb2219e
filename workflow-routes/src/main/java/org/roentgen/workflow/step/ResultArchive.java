package org.roentgen.workflow.step;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.TransferSyntax;
import org.roentgen.domain.error.ErrorCode;
import org.roentgen.domain.error.RoentgenException;
import org.roentgen.domain.inference.InferenceResult;
import org.roentgen.domain.object.ObjectId;
import org.roentgen.domain.object.ObjectStore;
import org.roentgen.store.archive.InstanceArchive;
import org.roentgen.store.archive.Registration;
import org.roentgen.store.audit.AuditEntry;
import org.roentgen.store.audit.AuditLog;
import org.roentgen.store.entity.Instance.Origin;
import org.roentgen.workflow.configuration.Identified;
import org.roentgen.workflow.database.Json;
import org.roentgen.workflow.database.Sql;
import org.roentgen.workflow.ingest.Instances;

/** Archives a run's result objects together with the row that names them. */
@ApplicationScoped
class ResultArchive {
    private final Sql sql;
    private final Json json;
    private final ObjectStore objects;
    private final Instances instances;
    private final InstanceArchive archive;
    private final AuditLog audit;

    ResultArchive(
            Sql sql,
            Json json,
            @Identified ObjectStore objects,
            Instances instances,
            InstanceArchive archive,
            AuditLog audit) {
        this.sql = sql;
        this.json = json;
        this.objects = objects;
        this.instances = instances;
        this.archive = archive;
        this.audit = audit;
    }

    boolean isArchived(UUID run, ResultUids uids) {
        return sql.first(
                        "select 1 from inference_result where run_id = ? and sr_instance_uid = ?",
                        _ -> Boolean.TRUE,
                        run,
                        uids.report())
                .isPresent();
    }

    /** In one transaction, after the objects are durable. */
    @Transactional
    public void archive(UUID run, InferenceResult result, ResultUids uids, List<DataSet> dataSets) throws IOException {
        boolean hasSegmentation = false;
        for (DataSet dataSet : dataSets) {
            register(DicomFile.of(dataSet, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN));
            hasSegmentation |= dataSet.string(Tag.SOPInstanceUID, "").equals(uids.segmentation());
        }
        sql.update(
                """
                insert into inference_result (id, run_id, model_version_id, findings, seg_instance_uid, sr_instance_uid,
                    device, software, milliseconds)
                values (?, ?, ?, ?::jsonb, ?, ?, ?, ?::jsonb, ?)
                on conflict (run_id) do update set model_version_id = excluded.model_version_id,
                    findings = excluded.findings, seg_instance_uid = excluded.seg_instance_uid,
                    sr_instance_uid = excluded.sr_instance_uid, device = excluded.device, software = excluded.software,
                    milliseconds = excluded.milliseconds, created_at = now()
                """,
                UUID.randomUUID(),
                run,
                result.modelVersion().value(),
                json.write(result.findings()),
                hasSegmentation ? uids.segmentation() : null,
                uids.report(),
                result.device(),
                json.write(result.software()),
                result.milliseconds());
        audit.append(AuditEntry.success(
                "workflow-routes", "result.archive", "pipeline-run", run.toString(), "workflow-routes"));
    }

    private void register(DicomFile file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        file.write(bytes);
        ObjectId object = objects.put(bytes.toByteArray());
        Registration registration =
                archive.register(instances.describe(file, object, bytes.size()), null, Origin.DERIVED);
        if (registration.outcome() == Registration.Outcome.CONFLICT) {
            throw new RoentgenException(
                    ErrorCode.INTERNAL_ERROR,
                    "The archive has other content under the new UID "
                            + file.dataSet().string(Tag.SOPInstanceUID, ""));
        }
    }
}
