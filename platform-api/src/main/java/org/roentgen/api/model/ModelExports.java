package org.roentgen.api.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.roentgen.api.JobQueue;
import org.roentgen.api.objects.Deidentified;
import org.roentgen.api.problem.ProblemException;
import org.roentgen.domain.JobId;
import org.roentgen.domain.error.Cause;
import org.roentgen.domain.error.ErrorCategory;
import org.roentgen.domain.job.ExportModelJob;
import org.roentgen.domain.job.Job;
import org.roentgen.domain.job.Priority;
import org.roentgen.domain.model.ServingForm;
import org.roentgen.domain.object.ObjectId;
import org.roentgen.domain.object.ObjectStore;
import org.roentgen.store.entity.JobRecord;
import org.roentgen.store.query.Queries;

/** Packages in forms for other systems: a training worker makes each once, within seconds. */
@ApplicationScoped
public class ModelExports {
    private static final long LOOK_AGAIN_MILLISECONDS = 250;

    private final JobQueue jobs;
    private final Queries queries;
    private final ObjectStore objects;
    private final Duration patience;

    ModelExports(
            JobQueue jobs,
            Queries queries,
            @Deidentified ObjectStore objects,
            @ConfigProperty(name = "roentgen.exports.patience", defaultValue = "60S") Duration patience) {
        this.jobs = jobs;
        this.queries = queries;
        this.objects = objects;
        this.patience = patience;
    }

    record Export(JobRecord.State state, Optional<Cause> cause, Optional<String> zip) {
        /** What a worker refused once it refuses again: packages do not change. */
        boolean isRefused() {
            return cause.filter(why -> why.code().category() == ErrorCategory.INVALID_INPUT)
                    .isPresent();
        }

        boolean canBeWaitedFor() {
            return !state.isTerminal() || zip.isPresent() || isRefused();
        }
    }

    /**
     * The package of a version in a form, waiting for a worker where it was never asked for before.
     *
     * @throws ProblemException 409 where the package cannot be had in this form, with the reason; 503 where no worker has answered
     */
    byte[] zip(ModelVersionView version, ServingForm form) throws IOException {
        Export export = begun(version, form);
        long end = System.nanoTime() + patience.toNanos();
        while (!export.state().isTerminal() && System.nanoTime() < end) {
            pause();
            export = find(version.id(), form).orElseThrow();
        }
        if (export.zip().isPresent()) {
            return objects.read(new ObjectId(export.zip().get()));
        }
        String name = "Model version " + version.id() + " with tail=" + name(form) + " and normalisation="
                + form.normalisation();
        if (export.isRefused()) {
            throw ProblemException.conflict(
                    "EXPORT_REFUSED",
                    name + " cannot be exported: "
                            + export.cause().orElseThrow().message());
        }
        throw ProblemException.unavailable(
                "EXPORT_NOT_READY",
                name + " is not there after " + patience.toSeconds() + " s"
                        + export.cause().map(cause -> ": " + cause.message()).orElse("")
                        + "; a training worker makes it: see under System whether one runs, and ask again");
    }

    private static String name(ServingForm form) {
        return form.tail().name().toLowerCase(Locale.ROOT);
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_AGAIN_MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ProblemException.unavailable("STOPPING", "The platform is stopping; ask again in a minute");
        }
    }

    /** What is there or on its way; starts what is not. */
    @Transactional
    Export begun(ModelVersionView version, ServingForm form) {
        Optional<Export> known = find(version.id(), form).filter(Export::canBeWaitedFor);
        if (known.isPresent()) {
            return known.get();
        }
        JobId job = JobId.random();
        jobs.add(new ExportModelJob(
                Job.SCHEMA_VERSION, job, Priority.STAT, new ObjectId(version.packageObjectId()), form));
        queries.update(
                """
                insert into model_export (model_version_id, tail, normalisation, job_id)
                values (:version, :tail, :normalisation, :job)
                on conflict (model_version_id, tail, normalisation)
                do update set job_id = excluded.job_id, zip_object_id = null
                """,
                Map.of(
                        "version",
                        version.id(),
                        "tail",
                        form.tail().name(),
                        "normalisation",
                        form.normalisation(),
                        "job",
                        job.value()));
        return new Export(JobRecord.State.PENDING, Optional.empty(), Optional.empty());
    }

    private Optional<Export> find(UUID version, ServingForm form) {
        return queries.first(
                """
                select j.state, j.cause_code, j.cause_message, e.zip_object_id
                from model_export e join job j on j.id = e.job_id
                where e.model_version_id = :version and e.tail = :tail and e.normalisation = :normalisation
                """,
                Map.of("version", version, "tail", form.tail().name(), "normalisation", form.normalisation()),
                row -> new Export(
                        row.constant("state", JobRecord.State.class), row.cause(), row.optionalText("zip_object_id")));
    }
}
