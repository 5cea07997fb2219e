package org.roentgen.api.crosswalk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.roentgen.api.Json;
import org.roentgen.api.crosswalk.ErasureReport.HoldingDataset;
import org.roentgen.api.objects.Identified;
import org.roentgen.api.problem.ProblemException;
import org.roentgen.domain.object.ObjectId;
import org.roentgen.domain.object.ObjectStore;
import org.roentgen.store.query.Queries;

/** Erases the way back to a person: the mappings, what links originals to their copies, and the pictures of their face. */
@ApplicationScoped
class ErasureService {
    /** All studies of the patients that the persons stand for: the archive knows which studies are of one patient. */
    private static final String STUDIES = """
            (select id from study where patient_id in (select s.patient_id from study s
             join deidentification_record r on r.study_id = s.id join deidentified_instance i on i.record_id = r.id
             join pseudonym p on p.pseudonym = i.pseudonymous_study_instance_uid where p.person in (:persons)))
            """;

    private final Queries queries;
    private final Json json;
    private final Holdings holdings;
    private final ObjectStore originals;

    ErasureService(Queries queries, Json json, Holdings holdings, @Identified ObjectStore originals) {
        this.queries = queries;
        this.json = json;
        this.holdings = holdings;
        this.originals = originals;
    }

    @Transactional
    ErasureView erase(String person, String reason, String requester) throws IOException {
        if (queries.count("select count(*) from pseudonym where person = :person", Map.of("person", person)) == 0) {
            throw ProblemException.notFound("mapping of the person", person);
        }
        lock(person);
        List<String> persons = pseudonyms(person);
        Map<String, List<String>> parameters = Map.of("persons", persons);
        refuseWhileRunning(parameters);
        long studies = queries.count("select count(*) from study where id in " + STUDIES, parameters);
        List<HoldingDataset> datasets = holdings.datasets(persons);
        int pictures = deleteFacePictures(parameters);
        int copies = cutLinks(parameters);
        int mappings = queries.update("delete from pseudonym where person in (:persons)", parameters);
        ErasureReport report = new ErasureReport(
                person,
                persons,
                mappings,
                copies,
                pictures,
                Math.toIntExact(studies),
                datasets,
                holdings.models(datasets));
        UUID id = UUID.randomUUID();
        queries.update(
                """
                insert into erasure (id, reason, requested_by, report) values (:id, :reason, :requester, cast(:report as jsonb))
                """,
                Map.of(
                        "id", id,
                        "reason", reason,
                        "requester", requester,
                        "report", json.write(ErasureReport.class, report)));
        return queries.first(ErasureView.SELECT + "where id = :id", Map.of("id", id), row -> ErasureView.of(row, json))
                .orElseThrow();
    }

    List<ErasureView> list() {
        return queries.list(ErasureView.SELECT + "order by at desc", Map.of(), row -> ErasureView.of(row, json));
    }

    /**
     * Until the transaction ends no run, request or record over a study of the person begins, since each of them refers to its study; one
     * that is being added is waited for. The patient comes first, as where instances are taken in.
     */
    private void lock(String person) {
        Map<String, List<String>> parameters = Map.of("persons", List.of(person));
        queries.list(
                "select id from patient where id in (select patient_id from study where id in " + STUDIES
                        + ") order by id for update",
                parameters,
                row -> row.uuid("id"));
        queries.list(
                "select id from study where id in " + STUDIES + " order by id for update",
                parameters,
                row -> row.uuid("id"));
    }

    /** The pseudonyms of the one whom this one stands for, under every key. */
    private List<String> pseudonyms(String person) {
        List<String> found = queries.list(
                """
                select distinct other.person from study s
                join deidentification_record r on r.study_id = s.id
                join deidentified_instance i on i.record_id = r.id
                join pseudonym other on other.pseudonym = i.pseudonymous_study_instance_uid
                where other.person not in ('', :person) and s.id in
                """ + STUDIES + "order by 1",
                Map.of("person", person, "persons", List.of(person)),
                row -> row.text("person"));
        return Stream.concat(Stream.of(person), found.stream()).toList();
    }

    private void refuseWhileRunning(Map<String, List<String>> parameters) {
        long running = queries.count("""
                select count(*) from pipeline_run r where (state in ('RUNNING', 'WAITING_FOR_REVIEW') or exists (
                    select 1 from shadow_result s join job j on j.id = s.job_id
                    where s.run_id = r.id and j.state in ('PENDING', 'SENT', 'RUNNING'))) and study_id in
                """ + STUDIES, parameters);
        refuse(running, "RUNS_IN_PROGRESS", "runs over studies of this person", "need the way back");
        long requests = queries.count("""
                select count(*) from deidentification_request where state in ('PENDING', 'RUNNING') and study_id in
                """ + STUDIES, parameters);
        refuse(
                requests,
                "DEIDENTIFICATION_IN_PROGRESS",
                "requests to de-identify studies of this person",
                "make new copies");
        long imports = queries.count(
                "select count(*) from dataset_import where format = 'ARCHIVE' and state = 'RUNNING'", Map.of());
        refuse(imports, "DEIDENTIFICATION_IN_PROGRESS", "imports from the archive", "may make new copies");
    }

    private static void refuse(long count, String code, String what, String why) {
        if (count > 0) {
            throw ProblemException.conflict(
                    code, "%d %s are in progress and %s: let them end first".formatted(count, what, why));
        }
    }

    /**
     * Before the transaction ends: it fails where one of them cannot be deleted.
     *
     * @return how many there were
     */
    private int deleteFacePictures(Map<String, List<String>> parameters) throws IOException {
        String records = " deidentification_record where face_picture_object_id is not null and study_id in " + STUDIES;
        List<String> pictures = queries.list(
                "select distinct face_picture_object_id from" + records,
                parameters,
                row -> row.text("face_picture_object_id"));
        queries.update(
                "update deidentification_record set face_picture_object_id = null where id in (select id from" + records
                        + ")",
                parameters);
        for (String picture : pictures) {
            originals.delete(new ObjectId(picture));
        }
        return pictures.size();
    }

    /** What the steps of finished runs noted of copies goes too. */
    private int cutLinks(Map<String, List<String>> parameters) {
        String runs = "(select id from pipeline_run where study_id in " + STUDIES + ")";
        queries.update(
                "update job set payload = jsonb_build_object() where state in ('COMPLETED', 'FAILED', 'CANCELLED') and step_id in"
                        + " (select id from pipeline_step where run_id in " + runs + ")",
                parameters);
        queries.update(
                "update pipeline_step set output = jsonb_build_object() where kind in ('DEIDENTIFY', 'INFER') and output is not null and run_id in "
                        + runs,
                parameters);
        queries.update("update shadow_result set result = result - 'labelMap' where run_id in " + runs, parameters);
        return queries.update("""
                update deidentified_instance set object_id = 'erased', pseudonymous_sop_instance_uid = null,
                    pseudonymous_series_instance_uid = null, pseudonymous_study_instance_uid = null
                where state = 'DONE' and pseudonymous_study_instance_uid in
                    (select pseudonym from pseudonym where person in (:persons))
                """, parameters);
    }
}
