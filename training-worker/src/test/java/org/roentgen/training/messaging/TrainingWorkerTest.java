package org.roentgen.training.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roentgen.domain.JobId;
import org.roentgen.domain.TrainingRunId;
import org.roentgen.domain.dataset.DatasetManifest;
import org.roentgen.domain.dataset.Task;
import org.roentgen.domain.error.ErrorCode;
import org.roentgen.domain.event.EpochFinished;
import org.roentgen.domain.event.JobCancelled;
import org.roentgen.domain.event.JobEvent;
import org.roentgen.domain.event.JobFailed;
import org.roentgen.domain.event.JobStarted;
import org.roentgen.domain.event.TrainingCompleted;
import org.roentgen.domain.job.CancelJob;
import org.roentgen.domain.job.Priority;
import org.roentgen.domain.job.TrainJob;
import org.roentgen.domain.model.ModelPackage;
import org.roentgen.domain.object.ObjectDirectory;
import org.roentgen.domain.object.ObjectId;
import org.roentgen.domain.object.ObjectStore;
import org.roentgen.local.BrokerServer;
import org.roentgen.objectstore.FileObjectStore;
import org.roentgen.training.run.TinyData;
import org.roentgen.training.run.WireJson;

/** The worker in a process of its own, a real broker, a real object store. */
class TrainingWorkerTest {
    private static final String PASSWORD = "worker-test";
    private static final BrokerServer BROKER = BrokerServer.startTemporary(PASSWORD);
    private static final Duration LONG = Duration.ofMinutes(4);
    private static final int MANY_EPOCHS = 400;

    private final ObjectMapper json = WireJson.mapper();
    private final Path folder;
    private final ObjectStore store;

    TrainingWorkerTest(@TempDir Path folder) throws Exception {
        this.folder = folder;
        this.store = new FileObjectStore(folder.resolve("objects"));
        byte[] key = KeyPairGenerator.getInstance("Ed25519")
                .generateKeyPair()
                .getPrivate()
                .getEncoded();
        Files.writeString(
                folder.resolve("key.pem"),
                "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(key)
                        + "\n-----END PRIVATE KEY-----\n");
    }

    @Test
    void killedWorkerGoesOnFromItsCheckpointToTheSameModel() throws Exception {
        DatasetManifest data = TinyData.halves(store);
        TrainJob undisturbed = job(data, 60);
        TrainJob killed = job(data, 60);
        try (BrokerClient client = client()) {
            byte[] expected;
            try (WorkerProcess worker = worker(1)) {
                client.send(undisturbed);
                expected = model((TrainingCompleted) client.await(ends(undisturbed), LONG));
                client.send(killed);
                client.await(event -> isEpoch(event, killed, 3), LONG);
                assertThat(worker.process().isAlive()).isTrue();
            }
            try (WorkerProcess another = worker(1)) {
                JobEvent started = client.await(event -> event instanceof JobStarted && of(event, killed), LONG);
                assertThat(((JobStarted) started).resumedFromEpoch()).isGreaterThanOrEqualTo(3);
                JobEvent end = client.await(ends(killed), LONG);
                assertThat(another.process().isAlive()).isTrue();
                assertThat(model((TrainingCompleted) end)).isEqualTo(expected);
            }
            assertThat(client.events().stream().filter(event -> of(event, killed) && event.isTerminal()))
                    .hasSize(1);
        }
    }

    @Test
    void cancelledJobStopsBetweenStepsAndTheNextJobRuns() throws Exception {
        DatasetManifest data = TinyData.halves(store);
        TrainJob cancelled = job(data, MANY_EPOCHS);
        TrainJob wrong = wrong(data);
        try (BrokerClient client = client();
                WorkerProcess worker = worker(1)) {
            client.send(cancelled);
            client.send(wrong);
            client.await(event -> isEpoch(event, cancelled, 1), LONG);
            client.cancel(new CancelJob(1, cancelled.jobId()));
            assertThat(client.await(ends(cancelled), LONG)).isInstanceOf(JobCancelled.class);
            JobFailed failed = (JobFailed) client.await(ends(wrong), LONG);
            assertThat(failed.cause().code()).isEqualTo(ErrorCode.INVALID_TRAINING_SPEC);
            assertThat(failed.cause().message()).contains("choose another dataset version or task");
            assertThat(worker.process().isAlive()).isTrue();
        }
    }

    @Test
    void trainingsThatRunAtOnceLeaveEachOtherAlone() throws Exception {
        DatasetManifest data = TinyData.halves(store);
        TrainJob alone = job(data, 60);
        TrainJob beside = job(data, 60);
        TrainJob cancelled = job(data, MANY_EPOCHS);
        TrainJob wrong = wrong(data);
        try (BrokerClient client = client();
                WorkerProcess worker = worker(2)) {
            client.send(alone);
            byte[] expected = model((TrainingCompleted) client.await(ends(alone), LONG));
            client.send(cancelled);
            client.await(event -> isEpoch(event, cancelled, 1), LONG);
            client.send(beside);
            client.await(event -> isEpoch(event, beside, 3), LONG);
            client.await(event -> isEpoch(event, cancelled, 3), LONG);
            client.cancel(new CancelJob(1, cancelled.jobId()));
            assertThat(client.await(ends(cancelled), LONG)).isInstanceOf(JobCancelled.class);
            client.send(wrong);
            assertThat(client.await(ends(wrong), LONG)).isInstanceOf(JobFailed.class);
            assertThat(client.events())
                    .as("the other training goes on")
                    .noneMatch(event -> of(event, beside) && event.isTerminal());
            assertThat(model((TrainingCompleted) client.await(ends(beside), LONG)))
                    .as("the model of a training alone")
                    .isEqualTo(expected);
            assertThat(worker.process().isAlive()).isTrue();
        }
    }

    private TrainJob wrong(DatasetManifest data) throws IOException {
        return new TrainJob(
                1,
                JobId.random(),
                Priority.ROUTINE,
                TrainingRunId.random(),
                "wrong",
                store.put(json.writeValueAsBytes(data)),
                TinyData.spec(Task.SEGMENTATION, 1));
    }

    private static boolean isEpoch(JobEvent event, TrainJob job, int epoch) {
        return event instanceof EpochFinished finished && of(event, job) && finished.epoch() >= epoch;
    }

    private static boolean of(JobEvent event, TrainJob job) {
        return event.jobId().equals(job.jobId());
    }

    private static Predicate<JobEvent> ends(TrainJob job) {
        return event -> of(event, job) && event.isTerminal();
    }

    private BrokerClient client() {
        return new BrokerClient(BROKER.url(), BrokerServer.USER, PASSWORD);
    }

    private WorkerProcess worker(int trainings) throws IOException {
        return WorkerProcess.start(
                List.of(
                        BROKER.url(),
                        BrokerServer.USER,
                        PASSWORD,
                        "file:" + folder.resolve("objects").toAbsolutePath(),
                        folder.resolve("key.pem").toString(),
                        Integer.toString(trainings)),
                Path.of("target", "standalone-worker.log"));
    }

    private TrainJob job(DatasetManifest manifest, int epochs) throws IOException {
        return new TrainJob(
                1,
                JobId.random(),
                Priority.ROUTINE,
                TrainingRunId.random(),
                manifest.name(),
                store.put(json.writeValueAsBytes(manifest)),
                TinyData.spec(manifest.task(), epochs));
    }

    private byte[] model(TrainingCompleted completed) throws IOException {
        ObjectId id = json.readValue(store.read(completed.modelPackage()), ObjectDirectory.class)
                .entries()
                .get(ModelPackage.MODEL);
        assertThat(id).isNotNull();
        return store.read(id);
    }
}
