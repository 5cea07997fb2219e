package org.roentgen.workflow.step;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.roentgen.domain.object.ObjectId;
import org.roentgen.store.audit.AuditEntry;
import org.roentgen.store.audit.AuditLog;
import org.roentgen.workflow.database.Sql;

/** One row for each result object and destination, so that a retry sends only what is missing. */
@ApplicationScoped
class Deliveries {
    private final Sql sql;
    private final AuditLog audit;

    Deliveries(Sql sql, AuditLog audit) {
        this.sql = sql;
        this.audit = audit;
    }

    /** The run's result objects that the destination has not confirmed. */
    @Transactional
    public List<DeliverStep.ResultObject> pending(UUID run, UUID destination) {
        sql.update("""
                insert into delivery (id, run_id, destination_id, sop_instance_uid, state)
                select gen_random_uuid(), result.run_id, ?, uid, 'PENDING'
                from inference_result result, unnest(array[result.seg_instance_uid, result.sr_instance_uid]) uid
                where result.run_id = ? and uid is not null
                on conflict (run_id, destination_id, sop_instance_uid) do nothing
                """, destination, run);
        return sql.list(
                """
                select delivery.sop_instance_uid, instance.object_id from delivery
                join inference_result result on result.run_id = delivery.run_id
                    and delivery.sop_instance_uid in (result.seg_instance_uid, result.sr_instance_uid)
                join instance on instance.sop_instance_uid = delivery.sop_instance_uid
                where delivery.run_id = ? and delivery.destination_id = ? and delivery.state <> 'DELIVERED'
                order by delivery.sop_instance_uid
                """,
                row -> new DeliverStep.ResultObject(row.text("sop_instance_uid"), new ObjectId(row.text("object_id"))),
                run,
                destination);
    }

    /** The destination has confirmed the instance, and the audit trail says so. */
    @Transactional
    public void delivered(UUID run, DeliverStep.Destination destination, String sopInstanceUid) {
        sql.update("""
                update delivery set state = 'DELIVERED', delivered_at = now(), attempts = attempts + 1, last_error = null
                where run_id = ? and destination_id = ? and sop_instance_uid = ?
                """, run, destination.id(), sopInstanceUid);
        audit.append(new AuditEntry(
                "workflow-routes",
                "result.deliver",
                "instance",
                sopInstanceUid,
                "workflow-routes",
                AuditEntry.Outcome.SUCCESS,
                Map.of("destination", destination.name(), "run", run.toString())));
    }

    @Transactional
    public void failed(UUID run, UUID destination, String sopInstanceUid, String reason) {
        sql.update("""
                update delivery set state = 'FAILED', attempts = attempts + 1, last_error = ?
                where run_id = ? and destination_id = ? and sop_instance_uid = ? and state <> 'DELIVERED'
                """, reason, run, destination, sopInstanceUid);
    }
}
