package org.roentgen.api.worklist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.roentgen.api.Page;
import org.roentgen.domain.error.Cause;
import org.roentgen.store.query.Queries;
import org.roentgen.store.query.Row;

/** Reads the worklist: each study with the newest run of each pipeline over each of its series. */
@ApplicationScoped
public class Worklist {
    private static final String NEWEST_RUNS = """
            select distinct on (r.series_id, v.pipeline_id)
                r.id, r.study_id, r.series_id, r.state, r.cause_code, r.cause_message, p.name, w.state as review
            from pipeline_run r
            join pipeline_version v on v.id = r.pipeline_version_id
            join pipeline p on p.id = v.pipeline_id
            left join review w on w.run_id = r.id
            """;
    private static final String STUDIES = "with newest as (" + NEWEST_RUNS + """
                     order by r.series_id, v.pipeline_id, r.created_at desc
                    ), study_state as (
                        select s.id, case
                            when s.state = 'RECEIVING' then 'RECEIVING'
                            when not exists (select 1 from newest n where n.study_id = s.id) then 'NO_AI'
                            when exists (select 1 from newest n where n.study_id = s.id
                                and n.state = 'WAITING_FOR_REVIEW') then 'READY_FOR_REVIEW'
                            when exists (select 1 from newest n where n.study_id = s.id and n.state = 'FAILED')
                                then 'FAILED'
                            when exists (select 1 from newest n where n.study_id = s.id and n.state = 'RUNNING'
                                and coalesce(n.review, 'PENDING') = 'PENDING') then 'IN_PROGRESS'
                            when exists (select 1 from newest n where n.study_id = s.id and n.state = 'STOPPED')
                                then 'STOPPED'
                            when exists (select 1 from newest n where n.study_id = s.id and n.state = 'REJECTED')
                                then 'REJECTED'
                            else 'ACCEPTED' end as state
                        from study s
                    ), matching as (
                        select s.*, t.state as worklist_state, p.patient_id as patient, p.name as patient_name,
                            p.birth_date, p.sex
                        from study s join study_state t on t.id = s.id join patient p on p.id = s.patient_id
                        where (cast(:state as text) is null or t.state = :state)
                        and (cast(:search as text) is null
                            or p.name ilike :search or p.patient_id ilike :search or s.accession_number ilike :search
                            or s.description ilike :search or s.study_instance_uid ilike :search)
                    )
                    """;

    private final Queries queries;

    Worklist(Queries queries) {
        this.queries = queries;
    }

    /** Studies, last received first. @param search part of a name, id, accession number, description or UID */
    @Transactional
    public Page<WorklistItem> find(@Nullable WorklistState state, @Nullable String search, int limit, int offset) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("state", state == null ? null : state.name());
        parameters.put("search", search == null || search.isBlank() ? null : "%" + escape(search.strip()) + "%");
        long total = queries.count(STUDIES + "select count(*) from matching", parameters);
        List<Row> studies =
                queries.list(STUDIES + """
                        select m.*,
                            (select count(*) from series e where e.study_id = m.id) as series_count,
                            (select count(*) from instance i join series e on e.id = i.series_id
                                where e.study_id = m.id) as instance_count,
                            (select string_agg(distinct e.modality, '\\') from series e
                                where e.study_id = m.id and e.modality <> '') as modalities
                        from matching m order by m.last_received_at desc, m.id
                        """ + " limit " + limit + " offset " + offset, parameters, row -> row);
        Map<UUID, List<WorklistRun>> runs = runs(studies);
        return new Page<>(
                studies.stream()
                        .map(row -> item(row, runs.getOrDefault(row.uuid("id"), List.of())))
                        .toList(),
                total);
    }

    private Map<UUID, List<WorklistRun>> runs(List<Row> studies) {
        if (studies.isEmpty()) {
            return Map.of();
        }
        record OfStudy(UUID studyId, WorklistRun run) {}
        return queries
                .list(
                        "select n.*, e.series_instance_uid, e.description from (" + NEWEST_RUNS
                                + " where r.study_id in (:studies) order by r.series_id, v.pipeline_id,"
                                + " r.created_at desc) n join series e on e.id = n.series_id"
                                + " order by e.series_number, n.name",
                        Map.of(
                                "studies",
                                studies.stream().map(row -> row.uuid("id")).toList()),
                        row -> new OfStudy(row.uuid("study_id"), WorklistRun.of(row)))
                .stream()
                .collect(
                        Collectors.groupingBy(OfStudy::studyId, Collectors.mapping(OfStudy::run, Collectors.toList())));
    }

    private static WorklistItem item(Row row, List<WorklistRun> runs) {
        WorklistState state = row.constant("worklist_state", WorklistState.class);
        Optional<String> reason = state == WorklistState.STOPPED || state == WorklistState.FAILED
                ? runs.stream()
                        .flatMap(run -> run.cause().stream())
                        .map(Cause::message)
                        .findFirst()
                : Optional.empty();
        return new WorklistItem(
                row.uuid("id"),
                row.text("study_instance_uid"),
                present(row, "patient_name"),
                present(row, "patient"),
                present(row, "birth_date"),
                present(row, "sex"),
                present(row, "accession_number"),
                present(row, "study_date"),
                present(row, "study_time"),
                present(row, "description"),
                present(row, "modalities")
                        .map(text -> List.of(text.split("\\\\")))
                        .orElse(List.of()),
                row.instant("last_received_at"),
                row.integer("series_count"),
                row.integer("instance_count"),
                state,
                reason,
                runs);
    }

    private static Optional<String> present(Row row, String column) {
        return row.optionalText(column).filter(text -> !text.isEmpty());
    }

    private static String escape(String search) {
        return search.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
