package org.roentgen.api.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.roentgen.api.JobQueue;
import org.roentgen.api.objects.Deidentified;
import org.roentgen.api.problem.ProblemException;
import org.roentgen.domain.JobId;
import org.roentgen.domain.job.CompareModelJob;
import org.roentgen.domain.job.Job;
import org.roentgen.domain.job.Priority;
import org.roentgen.domain.model.ModelPackage;
import org.roentgen.domain.object.NoSuchObjectException;
import org.roentgen.domain.object.ObjectId;
import org.roentgen.domain.object.ObjectStore;
import org.roentgen.store.entity.JobRecord;
import org.roentgen.store.query.Queries;

/** Compares versions with the version in production where that is not the one that they were compared with when they were trained. */
@ApplicationScoped
public class ModelComparisons {
    private final JobQueue jobs;
    private final Queries queries;
    private final PackageReader packages;
    private final ObjectStore objects;
    private final ObjectMapper mapper;

    ModelComparisons(
            JobQueue jobs,
            Queries queries,
            PackageReader packages,
            @Deidentified ObjectStore objects,
            ObjectMapper mapper) {
        this.jobs = jobs;
        this.queries = queries;
        this.packages = packages;
        this.objects = objects;
        this.mapper = mapper;
    }

    private record Pair(UUID version, String modelPackage, String production) {}

    /**
     * Starts the comparison of a version, unless it is there or on its way; one that failed is started again.
     *
     * @throws ProblemException 409 where nothing else is in production
     */
    @Transactional
    public LaterComparison start(UUID version) {
        Pair pair = pair(version)
                .orElseThrow(() -> ProblemException.conflict(
                        "NOTHING_IN_PRODUCTION",
                        "No other version of the model of version " + version + " is in production: there is nothing to"
                                + " compare it with"));
        start(pair);
        return find(version, pair.production()).orElseThrow();
    }

    /** Starts the comparisons of all versions of a model that may still go into production. */
    @Transactional
    public void productionChanged(UUID model) {
        queries.list(
                        "select id from model_version where model_id = :model and stage in ('DRAFT', 'CANDIDATE', 'SHADOW')",
                        Map.of("model", model),
                        row -> row.uuid("id"))
                .forEach(this::startIfNeeded);
    }

    @Transactional
    public void startIfNeeded(UUID version) {
        pair(version).filter(pair -> !isInPackage(pair)).ifPresent(this::start);
    }

    private void start(Pair pair) {
        boolean isUnderWay = find(pair.version(), pair.production())
                .filter(found ->
                        found.comparison().isPresent() || !found.state().isTerminal())
                .isPresent();
        if (isUnderWay) {
            return;
        }
        JobId job = JobId.random();
        jobs.add(new CompareModelJob(
                Job.SCHEMA_VERSION,
                job,
                Priority.ROUTINE,
                new ObjectId(pair.modelPackage()),
                new ObjectId(pair.production())));
        queries.update("""
                insert into model_comparison (model_version_id, reference_package_id, job_id)
                values (:version, :reference, :job)
                on conflict (model_version_id, reference_package_id)
                do update set job_id = excluded.job_id, comparison_object_id = null
                """, Map.of("version", pair.version(), "reference", pair.production(), "job", job.value()));
    }

    /** The comparison with a package that was run after the version was registered. */
    @Transactional
    public Optional<LaterComparison> find(UUID version, String reference) {
        return queries.first(
                """
                select j.state, j.cause_code, j.cause_message, c.comparison_object_id
                from model_comparison c join job j on j.id = c.job_id
                where c.model_version_id = :version and c.reference_package_id = :reference
                """,
                Map.of("version", version, "reference", reference),
                row -> new LaterComparison(
                        row.constant("state", JobRecord.State.class),
                        row.cause(),
                        row.optionalText("comparison_object_id").map(this::read)));
    }

    /** The newest comparison with what is in production now. */
    @Transactional
    public Optional<LaterComparison> current(UUID version) {
        return pair(version).flatMap(pair -> find(version, pair.production()));
    }

    private Optional<Pair> pair(UUID version) {
        return queries.first(
                """
                select v.id, v.package_object_id, p.package_object_id as production
                from model_version v join model_version p on p.model_id = v.model_id and p.stage = 'PRODUCTION'
                where v.id = :version and p.id <> v.id
                """,
                Map.of("version", version),
                row -> new Pair(row.uuid("id"), row.text("package_object_id"), row.text("production")));
    }

    /** Whether the version was compared with it when it was trained. */
    private boolean isInPackage(Pair pair) {
        try {
            return packages.json(pair.modelPackage(), ModelPackage.EVALUATION)
                    .filter(evaluation -> evaluation
                            .path("comparison")
                            .path("reference")
                            .asText()
                            .equals(pair.production()))
                    .isPresent();
        } catch (NoSuchObjectException missing) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException("Model package " + pair.modelPackage() + " cannot be read", e);
        }
    }

    private JsonNode read(String object) {
        try {
            return mapper.readTree(objects.read(new ObjectId(object)));
        } catch (IOException e) {
            throw new UncheckedIOException("Comparison " + object + " cannot be read", e);
        }
    }
}
