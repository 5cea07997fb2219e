package org.roentgen.api.model;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.roentgen.api.Json;
import org.roentgen.api.problem.ProblemException;
import org.roentgen.store.query.Queries;
import org.roentgen.store.query.Row;

/** Sums up what versions did in the shadow of production. */
@ApplicationScoped
class ShadowReports {
    private static final TypeReference<Map<String, Double>> BY_LABEL = new TypeReference<>() {};

    private static final String FROM =
            " from shadow_result s join job j on j.id = s.job_id join model_version p on p.id = s.production_version_id ";

    /** Beside the version that was in production when it ran last. */
    private static final String WHERE = """
            where s.model_version_id = :version and p.id = (select production_version_id from shadow_result
                where model_version_id = :version order by created_at desc limit 1)
            """;

    private static final String NEWEST = " order by s.created_at desc limit 20";

    private final Queries queries;
    private final Json json;

    ShadowReports(Queries queries, Json json) {
        this.queries = queries;
        this.json = json;
    }

    @Transactional
    ShadowReport of(UUID version) {
        Map<String, UUID> parameters = Map.of("version", version);
        if (queries.count("select count(*) from model_version where id = :version", parameters) == 0) {
            throw ProblemException.notFound("model version", version);
        }
        Optional<Sum> sum = queries.first("""
                select p.version, count(s.agrees) as compared, count(*) filter (where s.agrees) as agreed,
                    count(*) filter (where j.state in ('PENDING', 'SENT', 'RUNNING')) as running,
                    count(*) filter (where s.refusal is not null or j.state in ('FAILED', 'CANCELLED')) as failed,
                    avg(s.agreement) as mean
                """ + FROM + WHERE + "group by p.version", parameters, Sum::of);
        return new ShadowReport(
                sum.map(Sum::productionVersion),
                sum.map(Sum::series).orElse(new ShadowReport.Counts(0, 0, 0, 0)),
                sum.flatMap(Sum::mean),
                meanByLabel(parameters),
                queries.list(
                        "select s.run_id, s.created_at, s.agreement, cast(s.by_label as text) as by_label" + FROM
                                + WHERE + "and not s.agrees" + NEWEST,
                        parameters,
                        this::disagreement),
                queries.list(
                        "select coalesce(s.refusal, j.cause_message, j.state) as failure" + FROM + WHERE
                                + "and (s.refusal is not null or j.state in ('FAILED', 'CANCELLED'))" + NEWEST,
                        parameters,
                        row -> row.text("failure")));
    }

    private record Sum(int productionVersion, ShadowReport.Counts series, Optional<Double> mean) {
        static Sum of(Row row) {
            ShadowReport.Counts series = new ShadowReport.Counts(
                    row.integer("compared"), row.integer("agreed"), row.integer("running"), row.integer("failed"));
            return new Sum(
                    row.integer("version"),
                    series,
                    series.compared() == 0 ? Optional.empty() : Optional.of(row.decimal("mean")));
        }
    }

    private Map<String, Double> meanByLabel(Map<String, UUID> parameters) {
        Map<String, Double> means = new TreeMap<>();
        queries.list(
                        "select l.key, avg(cast(l.value as double precision)) as mean" + FROM
                                + "cross join jsonb_each_text(s.by_label) l " + WHERE + "group by l.key",
                        parameters,
                        row -> Map.entry(row.text("key"), row.decimal("mean")))
                .forEach(entry -> means.put(entry.getKey(), entry.getValue()));
        return means;
    }

    private ShadowReport.Disagreement disagreement(Row row) {
        return new ShadowReport.Disagreement(
                row.uuid("run_id"),
                row.instant("created_at"),
                row.decimal("agreement"),
                json.read(row.text("by_label"), BY_LABEL));
    }
}
