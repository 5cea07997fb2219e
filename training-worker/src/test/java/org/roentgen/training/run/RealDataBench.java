package org.roentgen.training.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roentgen.domain.JobId;
import org.roentgen.domain.TrainingRunId;
import org.roentgen.domain.dataset.DatasetManifest;
import org.roentgen.domain.event.TrainingCompleted;
import org.roentgen.domain.job.Priority;
import org.roentgen.domain.job.TrainJob;
import org.roentgen.domain.model.Optimization;
import org.roentgen.domain.model.Software;
import org.roentgen.domain.model.TrainingSpec;
import org.roentgen.objectstore.FileObjectStore;
import org.roentgen.training.engine.DeviceChoice;
import org.roentgen.training.engine.TorchScriptBackend;
import org.roentgen.training.packaging.ModelPackageWriter;

/**
 * Trains on the real data with the default choices and states the figures of the test split. Minutes of CPU: run it by name
 * with {@code -Dbench.excluded= -Dtest=RealDataBench}. The system properties {@code bench.epochs}, {@code bench.width}, {@code bench.rate},
 * {@code bench.batch}, {@code bench.dimensions} and {@code bench.network} change a default.
 */
@Tag("bench")
class RealDataBench {
    @TempDir
    Path folder = Path.of("");

    @Test
    void hippocampus() throws Exception {
        TrainingCompleted completed = run(folder, true);
        assertThat(completed.metrics().get("dice")).isGreaterThan(0.83);
    }

    @Test
    void pneumonia() throws Exception {
        TrainingCompleted completed = run(folder, false);
        assertThat(completed.metrics().get("auc")).isGreaterThan(0.97);
    }

    private static TrainingCompleted run(Path folder, boolean hippocampus) throws Exception {
        FileObjectStore store = new FileObjectStore(folder.resolve("objects"));
        RealData data = new RealData(store);
        assumeTrue(data.isPresent(), "the shared data is not beside this checkout");
        ObjectMapper json = WireJson.mapper();
        DatasetManifest manifest = hippocampus ? data.hippocampus() : data.pneumonia();
        TrainJob job = new TrainJob(
                1,
                JobId.random(),
                Priority.ROUTINE,
                TrainingRunId.random(),
                manifest.name(),
                store.put(json.writeValueAsBytes(manifest)),
                spec(manifest));
        TorchScriptBackend backend = new TorchScriptBackend(DeviceChoice.AUTO, Integer.getInteger("bench.threads", 1));
        ModelPackageWriter packages = new ModelPackageWriter(
                store,
                json,
                KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate(),
                new Software("bench", Map.of()));
        long started = System.nanoTime();
        TrainingCompleted completed = new TrainingRunner(store, backend, packages, json, "bench")
                .run(job, event -> report(started, event), () -> false);
        report(started, completed);
        return completed;
    }

    private static void report(long started, Object event) {
        System.out.printf("%6.1f s  %s%n", (System.nanoTime() - started) / 1e9, event);
    }

    private static TrainingSpec spec(DatasetManifest manifest) {
        Map<String, Object> options = new HashMap<>();
        for (String name : new String[] {"width", "depth", "dimensions"}) {
            Integer value = Integer.getInteger("bench." + name);
            if (value != null) {
                options.put(name, value);
            }
        }
        String rate = System.getProperty("bench.rate");
        return new TrainingSpec(
                manifest.task(),
                System.getProperty("bench.network", "auto"),
                Optional.empty(),
                options,
                Optional.ofNullable(Integer.getInteger("bench.epochs")),
                Optional.ofNullable(Integer.getInteger("bench.batch")),
                Optional.ofNullable(rate).map(Double::valueOf),
                7,
                TrainingSpec.DEFAULT_PARITY_TOLERANCE,
                Optional.of(new Optimization(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Boolean.getBoolean("bench.mirror"),
                        Optional.empty())));
    }
}
