package org.roentgen.workflow.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.roentgen.domain.DatasetVersionId;
import org.roentgen.domain.JobId;
import org.roentgen.domain.ModelVersionId;
import org.roentgen.domain.TrainingRunId;
import org.roentgen.domain.dataset.LabelDefinition;
import org.roentgen.domain.dataset.Task;
import org.roentgen.domain.error.Cause;
import org.roentgen.domain.error.ErrorCode;
import org.roentgen.domain.event.EpochFinished;
import org.roentgen.domain.event.JobCancelled;
import org.roentgen.domain.event.JobEvent;
import org.roentgen.domain.event.JobFailed;
import org.roentgen.domain.event.JobStarted;
import org.roentgen.domain.event.ModelCompared;
import org.roentgen.domain.event.ModelExported;
import org.roentgen.domain.event.ModelImported;
import org.roentgen.domain.event.TrainingCompleted;
import org.roentgen.domain.event.TrainingEstimated;
import org.roentgen.domain.job.Destinations;
import org.roentgen.domain.job.EstimateTrainingJob;
import org.roentgen.domain.job.ExportModelJob;
import org.roentgen.domain.job.Job;
import org.roentgen.domain.job.Priority;
import org.roentgen.domain.job.TrainJob;
import org.roentgen.domain.model.ModelManifest;
import org.roentgen.domain.model.ModelPackage;
import org.roentgen.domain.model.PackageSignature;
import org.roentgen.domain.model.ParityReport;
import org.roentgen.domain.model.ServingForm;
import org.roentgen.domain.model.TrainingSpec;
import org.roentgen.domain.object.ObjectDirectory;
import org.roentgen.domain.object.ObjectId;
import org.roentgen.domain.object.ObjectStore;
import org.roentgen.workflow.configuration.Deidentified;
import org.roentgen.workflow.database.Json;
import org.roentgen.workflow.database.Sql;
import org.roentgen.workflow.outbox.Outbox;
import org.roentgen.workflow.support.Await;
import org.roentgen.workflow.support.BackingServices;
import org.roentgen.workflow.support.Fixtures;
import org.roentgen.workflow.support.QuietSchedules;
import org.roentgen.workflow.support.TrainingKeys;
import org.roentgen.workflow.support.Worker;

@QuarkusTest
@TestProfile(QuietSchedules.class)
@WithTestResource(BackingServices.class)
class JobLifecycleTest {
    private static final ObjectId MANIFEST = new ObjectId("0".repeat(64));
    private static final List<LabelDefinition> LABELS = List.of(
            new LabelDefinition(0, "background", Optional.empty()),
            new LabelDefinition(1, "hippocampus", Optional.empty()));

    @Inject
    Sql sql;

    @Inject
    Json json;

    @Inject
    Outbox outbox;

    @Inject
    JobEvents events;

    @Inject
    Worker worker;

    @Inject
    Fixtures fixtures;

    @Inject
    @Deidentified
    ObjectStore objects;

    private final JobId job = JobId.random();
    private final TrainingRunId run = TrainingRunId.random();

    @Test
    void aPendingJobIsSentOnceWithItsPriorityEvenIfTheSenderDiesBeforeItKnows() {
        queueTraining(Priority.STAT);
        outbox.sendPending();
        sql.update("update job set state = 'PENDING' where id = ?", job.value());
        outbox.sendPending();
        assertThat(worker.drain(Destinations.TRAINING_JOBS))
                .filteredOn(received -> received.job().jobId().equals(job))
                .extracting(Worker.Received::priority)
                .containsExactly(9);
    }

    @Test
    void eventsFromTheBrokerArePersisted() {
        queueTraining(Priority.ROUTINE);
        worker.say(new JobStarted(job, Instant.now(), "worker-1", "cpu", 0));
        worker.say(new EpochFinished(job, Instant.now(), 1, 5, Map.of("trainLoss", 0.5, "tuneLoss", 0.6), 40));
        Await.until(() -> epochs() == 1);
        assertThat(runState()).isEqualTo("RUNNING");
        assertThat(column("device")).isEqualTo("cpu");
    }

    @Test
    void aMessageThatIsNoEventGoesIntoQuarantineAndTheNextIsPersisted() {
        int before = quarantined();
        queueTraining(Priority.ROUTINE);
        worker.sayText("{\"type\":\"rubbish\"}");
        worker.say(new JobStarted(job, Instant.now(), "worker-1", "cpu", 0));
        Await.until(() -> runState().equals("RUNNING"));
        Await.until(() -> quarantined() == before + 1);
    }

    @Test
    void aJobThatTheBrokerGaveUpFails() {
        queueTraining(Priority.ROUTINE);
        outbox.sendPending();
        worker.drain(Destinations.TRAINING_JOBS).stream()
                .filter(received -> received.job().jobId().equals(job))
                .forEach(received -> worker.abandon(received.job()));
        Await.until(() -> runState().equals("FAILED"));
        assertThat(column("cause_message")).contains("ended before the job did");
    }

    @Test
    void aRepeatedEpochReplacesTheEarlier() {
        queueTraining(Priority.ROUTINE);
        events.persist(new EpochFinished(job, Instant.now(), 1, 5, Map.of("trainLoss", 0.5), 40));
        events.persist(new EpochFinished(job, Instant.now(), 1, 5, Map.of("trainLoss", 0.4), 40));
        assertThat(epochs()).isEqualTo(1);
    }

    @Test
    void aFailureIsShownAndNothingComesAfterIt() throws IOException {
        queueTraining(Priority.ROUTINE);
        events.persist(new JobFailed(job, Instant.now(), new Cause(ErrorCode.OUT_OF_MEMORY, "smaller batch, please")));
        events.persist(completed(signedPackage(TrainingKeys.privateKey(), 1e-6)));
        assertThat(runState()).isEqualTo("FAILED");
        assertThat(column("cause_message")).isEqualTo("smaller batch, please");
        assertThat(versions()).isEmpty();
    }

    @Test
    void anEstimateIsKeptForWhoAsked() {
        queue("ESTIMATE");
        outbox.sendPending();
        assertThat(worker.drain(Destinations.MODEL_JOBS))
                .anyMatch(received -> received.job().jobId().equals(job));
        JobEvent event = new TrainingEstimated(job, Instant.now(), 5_000, 700, "6 kB", Optional.of("smaller batch"));
        events.persist(event);
        events.persist(event);
        assertThat(sql.list(
                        "select text || ': ' || refusal as said from training_estimate where job_id = ?",
                        row -> row.text("said"),
                        job.value()))
                .containsExactly("6 kB: smaller batch");
    }

    @Test
    void aComparisonIsKeptWithItsVersion() throws IOException {
        queueTraining(Priority.ROUTINE);
        events.persist(completed(signedPackage(TrainingKeys.privateKey(), 1e-6)));
        JobId comparing = JobId.random();
        sql.update("""
                insert into job (id, kind, payload, priority, state) values (?, 'COMPARE', '{}', 4, 'SENT')
                """, comparing.value());
        sql.update("""
                insert into model_comparison (model_version_id, reference_package_id, job_id)
                select id, ?, ? from model_version where training_run_id = ?
                """, MANIFEST.value(), comparing.value(), run.value());
        events.persist(new ModelCompared(comparing, Instant.now(), MANIFEST));
        assertThat(sql.list(
                        "select comparison_object_id from model_comparison where job_id = ?",
                        row -> row.text("comparison_object_id"),
                        comparing.value()))
                .containsExactly(MANIFEST.value());
    }

    @Test
    void anExportGoesToTheWorkerAndIsKeptWithItsVersion() throws IOException {
        queueTraining(Priority.ROUTINE);
        events.persist(completed(signedPackage(TrainingKeys.privateKey(), 1e-6)));
        ServingForm form = new ServingForm(ServingForm.Tail.LABELS, true);
        Job export = new ExportModelJob(1, JobId.random(), Priority.STAT, MANIFEST, form);
        sql.update(
                "insert into job (id, kind, payload, priority, state) values (?, 'EXPORT', ?::jsonb, 9, 'PENDING')",
                export.jobId().value(),
                json.write(export));
        sql.update("""
                insert into model_export (model_version_id, tail, normalisation, job_id)
                select id, 'LABELS', true, ? from model_version where training_run_id = ?
                """, export.jobId().value(), run.value());
        outbox.sendPending();
        assertThat(worker.drain(Destinations.MODEL_JOBS))
                .anyMatch(received -> received.job().equals(export));
        events.persist(new ModelExported(export.jobId(), Instant.now(), MANIFEST));
        assertThat(sql.list(
                        "select zip_object_id || ' ' || state as kept from model_export join job on job.id = job_id where job_id = ?",
                        row -> row.text("kept"),
                        export.jobId().value()))
                .containsExactly(MANIFEST.value() + " COMPLETED");
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "2, 1"})
    void aVersionIsComparedWithWhatIsInProductionWhenItIsRegistered(char inProduction, int comparisons)
            throws IOException {
        fixtures.productionModel("model-" + run, ModelVersionId.random());
        sql.update(
                "update model_version set package_object_id = ? where stage = 'PRODUCTION' and model_id in"
                        + " (select id from model where name = ?)",
                String.valueOf(inProduction).repeat(64),
                "model-" + run);
        queueTraining(Priority.ROUTINE);
        sql.update(
                "update job set payload = payload || jsonb_build_object('production', ?::text) where id = ?",
                "1".repeat(64),
                job.value());
        events.persist(completed(signedPackage(TrainingKeys.privateKey(), 1e-6)));
        assertThat(sql.list("""
                        select job.payload ->> 'reference' as reference from model_comparison
                        join job on job.id = job_id and kind = 'COMPARE' and state = 'PENDING'
                        join model_version on model_version.id = model_version_id
                            and job.payload ->> 'modelPackage' = package_object_id
                        where training_run_id = ?
                        """, row -> row.text("reference"), run.value()))
                .hasSize(comparisons)
                .allMatch(String.valueOf(inProduction).repeat(64)::equals);
    }

    @Test
    void aForeignModelWhoseTrialSucceededBecomesADraft() throws IOException {
        sql.update(
                "insert into job (id, kind, payload, priority, state) values (?, 'IMPORT_MODEL', '{}', 4, 'SENT')",
                job.value());
        sql.update("""
                insert into model_import (id, model_name, form, onnx_object_id, job_id, created_by)
                values (?, 'm', '{"origin": "another tool"}', ?, ?, 'who imported')
                """, UUID.randomUUID(), MANIFEST.value(), job.value());
        JobEvent event = new ModelImported(job, Instant.now(), signedPackage(TrainingKeys.privateKey(), 0));
        events.persist(event);
        events.persist(event);
        assertThat(sql.list("""
                        select v.stage || ' by ' || c.changed_by || ', ' || c.reason as said
                        from model_import i join model_version v on v.id = i.model_version_id
                        join model_stage_change c on c.model_version_id = v.id where i.job_id = ?
                        """, row -> row.text("said"), job.value()))
                .containsExactly("DRAFT by who imported, imported from another tool");
        assertThat(namesOfLabels("v.id = (select model_version_id from model_import where job_id = ?)", job.value()))
                .containsExactly("background", "hippocampus");
    }

    private void queue(String kind) {
        Job asked = new EstimateTrainingJob(1, job, Priority.STAT, MANIFEST, spec());
        sql.update(
                "insert into job (id, kind, payload, priority, state) values (?, ?, ?::jsonb, 9, 'PENDING')",
                job.value(),
                kind,
                json.write(asked));
    }

    @Test
    void aCompletedTrainingRegistersOneCandidate() throws IOException {
        queueTraining(Priority.ROUTINE);
        JobEvent event = completed(signedPackage(TrainingKeys.privateKey(), 1e-6));
        events.persist(event);
        events.persist(event);
        assertThat(runState()).isEqualTo("COMPLETED");
        assertThat(versions()).containsExactly("CANDIDATE");
        assertThat(namesOfLabels("v.training_run_id = ?", run.value())).containsExactly("background", "hippocampus");
    }

    @Test
    void anotherTrainingOfTheModelIsTheNextVersion() throws IOException {
        queueTraining(Priority.ROUTINE);
        events.persist(completed(signedPackage(TrainingKeys.privateKey(), 1e-6)));
        JobLifecycleTest again = new JobLifecycleTest();
        again.sql = sql;
        again.json = json;
        again.queueTraining(Priority.ROUTINE, "model-" + run);
        events.persist(again.completed(signedPackage(TrainingKeys.privateKey(), 1e-6)));
        assertThat(sql.list("""
                        select version from model_version join model on model.id = model_id where name = ?
                        order by version
                        """, row -> row.integer("version"), "model-" + run)).containsExactly(1, 2);
    }

    @Test
    void aPackageOfAnUnknownSignerIsNotRegistered() throws IOException {
        queueTraining(Priority.ROUTINE);
        events.persist(completed(signedPackage(TrainingKeys.newPair().getPrivate(), 1e-6)));
        assertThat(runState()).isEqualTo("FAILED");
        assertThat(column("cause_code")).isEqualTo("INVALID_MODEL_PACKAGE");
        assertThat(versions()).isEmpty();
    }

    @Test
    void aModelOutOfToleranceIsNotRegistered() throws IOException {
        queueTraining(Priority.ROUTINE);
        events.persist(completed(signedPackage(TrainingKeys.privateKey(), 0.5)));
        assertThat(column("cause_code")).isEqualTo("PARITY_OUT_OF_TOLERANCE");
        assertThat(versions()).isEmpty();
    }

    @Test
    void aJobCancelledBeforeItWasSentIsNeverSent() {
        queueTraining(Priority.ROUTINE);
        sql.update("update job set cancel_requested = true where id = ?", job.value());
        outbox.sendPending();
        outbox.cancelPending();
        assertThat(runState()).isEqualTo("CANCELLED");
        assertThat(worker.drain(Destinations.TRAINING_JOBS))
                .noneMatch(received -> received.job().jobId().equals(job));
    }

    @Test
    void aCancellationIsRepeatedUntilTheWorkerConfirms() {
        queueTraining(Priority.ROUTINE);
        sql.update("update job set state = 'RUNNING', cancel_requested = true where id = ?", job.value());
        try (JMSContext context = worker.connect();
                JMSConsumer control = context.createConsumer(context.createTopic(Destinations.CONTROL))) {
            outbox.repeatCancellations();
            outbox.repeatCancellations();
            assertThat(control.receiveBody(String.class, 10_000)).contains(job.toString());
            assertThat(control.receiveBody(String.class, 10_000)).contains(job.toString());
            events.persist(new JobCancelled(job, Instant.now()));
            outbox.repeatCancellations();
            assertThat(control.receiveNoWait()).isNull();
        }
        assertThat(runState()).isEqualTo("CANCELLED");
    }

    private void queueTraining(Priority priority) {
        queueTraining(priority, "model-" + run);
    }

    private void queueTraining(Priority priority, String model) {
        UUID dataset = UUID.randomUUID();
        DatasetVersionId version = DatasetVersionId.random();
        TrainingSpec spec = spec();
        TrainJob train = new TrainJob(Job.SCHEMA_VERSION, job, priority, run, model, MANIFEST, spec);
        sql.update(
                "insert into job (id, kind, payload, priority, state) values (?, 'TRAIN', ?::jsonb, ?, 'PENDING')",
                job.value(),
                json.write(train),
                priority.jms());
        sql.update("insert into dataset (id, name, task) values (?, ?, 'SEGMENTATION')", dataset, dataset.toString());
        sql.update("""
                insert into dataset_version (id, dataset_id, version, manifest_object_id, cases, patients, train_cases,
                    tune_cases, test_cases, labels, created_by) values (?, ?, 1, ?, 3, 3, 1, 1, 1, '[]', 'test')
                """, version.value(), dataset, MANIFEST.value());
        sql.update("""
                insert into training_run (id, model_name, dataset_version_id, spec, job_id, state, created_by)
                values (?, ?, ?, ?::jsonb, ?, 'QUEUED', 'test')
                """, run.value(), model, version.value(), json.write(spec), job.value());
    }

    private static TrainingSpec spec() {
        return new TrainingSpec(
                Task.SEGMENTATION,
                "unet",
                Optional.empty(),
                Map.of(),
                Optional.of(5),
                Optional.empty(),
                Optional.empty(),
                1,
                1e-4,
                Optional.empty());
    }

    private TrainingCompleted completed(ObjectId modelPackage) {
        return new TrainingCompleted(
                job, Instant.now(), modelPackage, new ParityReport(1e-6, 1e-4, 8), Map.of("dice", 0.9));
    }

    private ObjectId signedPackage(PrivateKey key, double difference) throws IOException {
        ModelManifest manifest = new ModelManifest(
                1,
                "m",
                Task.SEGMENTATION,
                "unet",
                List.of(),
                List.of(),
                LABELS,
                Map.of(),
                Map.of(),
                Optional.empty(),
                MANIFEST,
                run,
                new ParityReport(difference, 1e-4, 8),
                "test",
                Map.of(),
                "",
                List.of(),
                Instant.now());
        Map<String, ObjectId> entries = new HashMap<>();
        entries.put(ModelPackage.MODEL, put("onnx"));
        entries.put(ModelPackage.MANIFEST, put(json.write(manifest)));
        entries.put(ModelPackage.EVALUATION, put("{}"));
        entries.put(ModelPackage.CARD, put("card"));
        byte[] signature = PackageSignature.sign(new ObjectDirectory(entries), key);
        entries.put(ModelPackage.SIGNATURE, objects.put(signature));
        return put(json.write(new ObjectDirectory(entries)));
    }

    private ObjectId put(String content) throws IOException {
        return objects.put(content.getBytes(StandardCharsets.UTF_8));
    }

    private int epochs() {
        return sql.list("select 1 from training_epoch where training_run_id = ?", _ -> 1, run.value())
                .size();
    }

    private int quarantined() {
        return sql.list("select 1 from quarantine where origin = 'worker event'", _ -> 1)
                .size();
    }

    private String runState() {
        return column("state");
    }

    private String column(String name) {
        return sql.first("select " + name + " from training_run where id = ?", row -> row.text(name), run.value())
                .orElseThrow();
    }

    private List<String> namesOfLabels(String which, UUID id) {
        return sql.list(
                "select label ->> 'name' as name from model_version v cross join jsonb_array_elements(v.labels) label where "
                        + which,
                row -> row.text("name"),
                id);
    }

    private List<String> versions() {
        return sql.list(
                "select stage from model_version where training_run_id = ?", row -> row.text("stage"), run.value());
    }
}
