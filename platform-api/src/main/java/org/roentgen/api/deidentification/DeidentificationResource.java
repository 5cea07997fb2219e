package org.roentgen.api.deidentification;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.roentgen.api.Json;
import org.roentgen.api.Page;
import org.roentgen.api.Paging;
import org.roentgen.api.Roles;
import org.roentgen.api.audit.AuditTrail;
import org.roentgen.api.problem.ProblemException;
import org.roentgen.store.query.Queries;

/** The evidence of de-identification: what was done to each attribute of each instance, without values. */
@Path("/api/v1")
@RolesAllowed({Roles.ADMIN, Roles.RADIOLOGIST, Roles.INTEGRATOR})
public class DeidentificationResource {
    private final Queries queries;
    private final Json json;
    private final InstancePair pairs;
    private final StudyRequests requests;
    private final AuditTrail audit;

    DeidentificationResource(Queries queries, Json json, InstancePair pairs, StudyRequests requests, AuditTrail audit) {
        this.queries = queries;
        this.json = json;
        this.pairs = pairs;
        this.requests = requests;
        this.audit = audit;
    }

    /** The records of a study, newest profile version first. The study is named by its id or its Study Instance UID. */
    @GET
    @Path("/studies/{study}/deidentification")
    @Transactional
    public Page<StudyRecord> study(String study) {
        return Page.of(StudyRecord.group(queries.list(
                SeriesRecord.SELECT
                        + "where r.study_id = :study order by r.profile, r.profile_version desc,"
                        + " r.key_version desc, e.series_number, e.id",
                Map.of("study", requests.study(study)),
                row -> SeriesRecord.of(row, json))));
    }

    @GET
    @Path("/deidentification-records/{id}")
    @Transactional
    public SeriesRecordDetail record(UUID id) {
        return new SeriesRecordDetail(
                series(id), queries.list(AttributeRecord.SELECT, Map.of("record", id), AttributeRecord::of));
    }

    @GET
    @Path("/deidentification-records/{id}/instances")
    @Transactional
    public Page<InstanceRecord> instances(UUID id, @BeanParam Paging paging) {
        SeriesRecord record = series(id);
        return new Page<>(
                queries.list(
                        InstanceRecord.SELECT
                                + " order by state desc, pseudonymous_sop_instance_uid, instance_id limit "
                                + paging.limit() + " offset " + paging.offset(),
                        Map.of("record", id),
                        row -> InstanceRecord.of(row, json)),
                record.instances() + record.refused());
    }

    /** The original and its copy, side by side. Every look is in the audit trail. */
    @GET
    @Path("/deidentification-records/{id}/instances/{instanceId}/difference")
    @RolesAllowed(Roles.ADMIN)
    @Transactional
    public InstanceDifference difference(UUID id, UUID instanceId) throws IOException {
        InstanceDifference difference = pairs.difference(id, instanceId);
        audit.record("deidentification.compare", "instance", instanceId, Map.of("record", id.toString()));
        return difference;
    }

    /** Asks for the study to be de-identified again. */
    @POST
    @Path("/studies/{study}/deidentification")
    @RolesAllowed(Roles.ADMIN)
    @ResponseStatus(202)
    @Transactional
    public StudyRequestView request(String study, StudyRequest request) {
        StudyRequestView added = requests.add(requests.study(study), request.profile(), audit.actor());
        audit.record("deidentification.request", "study", added.studyId(), Map.of("profile", added.profile()));
        return added;
    }

    @GET
    @Path("/studies/{study}/deidentification-requests")
    @Transactional
    public Page<StudyRequestView> requests(String study) {
        return Page.of(requests.list(requests.study(study)));
    }

    private SeriesRecord series(UUID id) {
        return queries.first(
                        SeriesRecord.SELECT + "where r.id = :id", Map.of("id", id), row -> SeriesRecord.of(row, json))
                .orElseThrow(() -> ProblemException.notFound("de-identification record", id));
    }
}
