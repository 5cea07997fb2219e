package org.roentgen.training.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roentgen.domain.JobId;
import org.roentgen.domain.TrainingRunId;
import org.roentgen.domain.dataset.DatasetManifest;
import org.roentgen.domain.job.Job;
import org.roentgen.domain.job.Priority;
import org.roentgen.domain.job.TrainJob;
import org.roentgen.domain.model.ModelPackage;
import org.roentgen.domain.model.TrainingSpec;
import org.roentgen.domain.object.ObjectDirectory;
import org.roentgen.domain.object.ObjectId;
import org.roentgen.domain.object.ObjectStore;
import org.roentgen.network.TensorState;
import org.roentgen.objectstore.FileObjectStore;

/**
 * A training that is killed again and again, at any moment, ends with the weights, the optimiser's memory and the model of an
 * undisturbed one, bit for bit. {@code -Droentgen.kills=20} kills more often than the normal tests have time for.
 */
class RepeatedKillTest {
    private static final int KILLS = Integer.getInteger("roentgen.kills", 3);
    private static final int EPOCHS_BETWEEN = 2;
    private static final int LONGEST_WAIT_MILLISECONDS = 40;

    @TempDir
    private Path folder;

    private final ObjectMapper json = WireJson.mapper();

    @Test
    void killedTrainingEndsWithTheSameBits() throws Exception {
        ObjectStore store = new FileObjectStore(folder);
        DatasetManifest data = TinyData.halves(store);
        TrainJob undisturbed = job(store, data);
        TrainJob killed = job(store, data);
        ObjectId expected = complete(store, undisturbed).orElseThrow();
        Random random = new Random(KILLS);
        int reached = 0;
        int kills = 0;
        Optional<ObjectId> actual = Optional.empty();
        while (kills < KILLS && actual.isEmpty()) {
            Outcome outcome = run(store, killed, reached + EPOCHS_BETWEEN, random.nextInt(LONGEST_WAIT_MILLISECONDS));
            assertThat(outcome.lastEpoch()).as("epoch after kill %d", kills).isGreaterThan(reached);
            reached = outcome.lastEpoch();
            actual = outcome.modelPackage();
            kills += actual.isEmpty() ? 1 : 0;
        }
        assertThat(kills).isEqualTo(KILLS);
        actual = complete(store, killed);
        assertThat(model(store, actual.orElseThrow())).isEqualTo(model(store, expected));
        TensorState state = new Checkpoints(store, killed.trainingRun())
                .newest()
                .orElseThrow()
                .state();
        TensorState wanted = new Checkpoints(store, undisturbed.trainingRun())
                .newest()
                .orElseThrow()
                .state();
        assertThat(state.tensors().keySet())
                .anyMatch(name -> name.startsWith("second_moment"))
                .anyMatch(name -> name.startsWith("average"));
        assertThat(state.tensors()).isEqualTo(wanted.tensors());
    }

    private Optional<ObjectId> complete(ObjectStore store, TrainJob job) throws IOException, InterruptedException {
        return run(store, job, Integer.MAX_VALUE, 0).modelPackage();
    }

    /** How far a process came. */
    private record Outcome(int lastEpoch, Optional<ObjectId> modelPackage) {}

    /** Runs until the job is complete, or kills the process some time after an epoch. */
    private Outcome run(ObjectStore store, TrainJob job, int lastEpoch, int milliseconds)
            throws IOException, InterruptedException {
        String id = store.put(json.writerFor(Job.class).writeValueAsBytes(job)).value();
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Doffline=true",
                        StandaloneTraining.class.getName(),
                        folder.toString(),
                        id)
                .redirectError(ProcessBuilder.Redirect.appendTo(new File("target/standalone-training.log")));
        // The engines' native code overflows its stack on a command line as long as a class path.
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        Process process = builder.start();
        int epoch = 0;
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                List<String> words = List.of(line.split(" ", 2));
                if (words.getFirst().equals("completed")) {
                    return new Outcome(Math.max(epoch, 1), Optional.of(new ObjectId(words.getLast())));
                }
                if (words.getFirst().equals("epoch")) {
                    epoch = Integer.parseInt(words.getLast());
                }
                if (epoch >= lastEpoch) {
                    Thread.sleep(milliseconds);
                    return new Outcome(epoch, Optional.empty());
                }
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        throw new AssertionError(
                "The training ended by itself in epoch " + epoch + ", see target/standalone-training.log");
    }

    private TrainJob job(ObjectStore store, DatasetManifest manifest) throws IOException {
        TrainingSpec spec = TinyData.spec(manifest.task(), EPOCHS_BETWEEN * 6 * (KILLS + 2));
        return new TrainJob(
                1,
                JobId.random(),
                Priority.ROUTINE,
                TrainingRunId.random(),
                manifest.name(),
                store.put(json.writeValueAsBytes(manifest)),
                spec.withOptimization(TinyData.refined(0.99)));
    }

    private byte[] model(ObjectStore store, ObjectId modelPackage) throws IOException {
        ObjectId model = json.readValue(store.read(modelPackage), ObjectDirectory.class)
                .entries()
                .get(ModelPackage.MODEL);
        return store.read(Objects.requireNonNull(model));
    }
}
