package org.roentgen.training.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.util.Map;
import org.roentgen.domain.event.EpochFinished;
import org.roentgen.domain.event.JobEvent;
import org.roentgen.domain.event.TrainingCompleted;
import org.roentgen.domain.job.Job;
import org.roentgen.domain.job.TrainJob;
import org.roentgen.domain.model.Software;
import org.roentgen.domain.object.ObjectId;
import org.roentgen.domain.object.ObjectStore;
import org.roentgen.objectstore.FileObjectStore;
import org.roentgen.training.engine.DeviceChoice;
import org.roentgen.training.engine.TorchScriptBackend;
import org.roentgen.training.packaging.ModelPackageWriter;

/** One training in a process of its own, which a test can kill; says on standard output how far it is. */
public final class StandaloneTraining {
    private StandaloneTraining() {}

    /** Arguments: folder of the object store, id of the job's JSON in it. */
    public static void main(String[] arguments) throws Exception {
        ObjectMapper json = WireJson.mapper();
        ObjectStore store = new FileObjectStore(Path.of(arguments[0]));
        TrainJob job = (TrainJob) json.readValue(store.read(new ObjectId(arguments[1])), Job.class);
        ModelPackageWriter packages = new ModelPackageWriter(
                store,
                json,
                KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate(),
                new Software("test", Map.of()));
        TrainingRunner runner =
                new TrainingRunner(store, new TorchScriptBackend(DeviceChoice.CPU, 1), packages, json, "standalone");
        TrainingCompleted completed = runner.run(job, StandaloneTraining::say, () -> false);
        System.out.println("completed " + completed.modelPackage());
    }

    private static void say(JobEvent event) {
        if (event instanceof EpochFinished finished) {
            System.out.println("epoch " + finished.epoch());
        }
    }
}
