package org.roentgen.api.modelimport;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.roentgen.api.JobQueue;
import org.roentgen.api.Json;
import org.roentgen.api.objects.Deidentified;
import org.roentgen.api.problem.ProblemException;
import org.roentgen.domain.JobId;
import org.roentgen.domain.job.ImportModelJob;
import org.roentgen.domain.job.Job;
import org.roentgen.domain.job.Priority;
import org.roentgen.domain.model.ForeignModel;
import org.roentgen.domain.object.ObjectId;
import org.roentgen.domain.object.ObjectStore;
import org.roentgen.store.query.Queries;

/** Takes in foreign models; a training worker tries them. */
@ApplicationScoped
public class ModelImports {
    private final JobQueue jobs;
    private final Queries queries;
    private final ObjectStore objects;
    private final Json json;

    ModelImports(JobQueue jobs, Queries queries, @Deidentified ObjectStore objects, Json json) {
        this.jobs = jobs;
        this.queries = queries;
        this.objects = objects;
        this.json = json;
    }

    /** Streams an upload into the de-identified store; outside of any transaction, since it may take long. */
    ObjectId store(InputStream upload) throws IOException {
        return objects.put(upload);
    }

    /** Writes the import and its job in one transaction. */
    @Transactional
    public ModelImportView create(ForeignModel form, ObjectId onnx, String author) {
        JobId job = JobId.random();
        jobs.add(new ImportModelJob(Job.SCHEMA_VERSION, job, Priority.ROUTINE, onnx, form));
        UUID id = UUID.randomUUID();
        queries.update(
                """
                insert into model_import (id, model_name, form, onnx_object_id, job_id, created_by)
                values (:id, :name, cast(:form as jsonb), :onnx, :job, :author)
                """,
                Map.of(
                        "id", id,
                        "name", form.name(),
                        "form", json.write(ForeignModel.class, form),
                        "onnx", onnx.value(),
                        "job", job.value(),
                        "author", author));
        return get(id);
    }

    @Transactional
    public List<ModelImportView> list() {
        return queries.list(ModelImportView.SELECT + "order by i.created_at desc", Map.of(), ModelImportView::of);
    }

    @Transactional
    public ModelImportView get(UUID id) {
        return queries.first(ModelImportView.SELECT + "where i.id = :id", Map.of("id", id), ModelImportView::of)
                .orElseThrow(() -> ProblemException.notFound("model import", id));
    }
}
