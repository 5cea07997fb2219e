package org.roentgen.training.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.roentgen.domain.dataset.DatasetManifest;
import org.roentgen.domain.dataset.Split;
import org.roentgen.domain.error.ErrorCode;
import org.roentgen.domain.error.RoentgenException;
import org.roentgen.domain.event.EpochFinished;
import org.roentgen.domain.event.JobEvent;
import org.roentgen.domain.event.JobProgressed;
import org.roentgen.domain.event.JobStarted;
import org.roentgen.domain.event.TrainingCompleted;
import org.roentgen.domain.job.TrainJob;
import org.roentgen.domain.model.ParityReport;
import org.roentgen.domain.object.ObjectId;
import org.roentgen.domain.object.ObjectStore;
import org.roentgen.network.TensorState;
import org.roentgen.network.checkpoint.Checkpoint;
import org.roentgen.network.onnx.OnnxEmitter;
import org.roentgen.network.onnx.OnnxExport;
import org.roentgen.training.dataset.DatasetLoader;
import org.roentgen.training.dataset.PreparedCase;
import org.roentgen.training.engine.TrainingBackend;
import org.roentgen.training.engine.TrainingSession;
import org.roentgen.training.packaging.ModelPackageWriter;
import org.roentgen.training.packaging.OnnxModel;
import org.roentgen.training.packaging.ParityCheck;
import org.roentgen.training.plan.Planner;
import org.roentgen.training.plan.TrainingPlan;
import org.roentgen.training.task.ClassificationTask;
import org.roentgen.training.task.Evaluation;
import org.roentgen.training.task.LearningTask;
import org.roentgen.training.task.MultiLabelTask;
import org.roentgen.training.task.SegmentationTask;

/** Runs a job from its dataset to its signed package, from the newest checkpoint where there is one. */
public final class TrainingRunner {
    private static final int PARITY_CASES = 8;

    private final ObjectStore store;
    private final TrainingBackend backend;
    private final ModelPackageWriter packages;
    private final ObjectMapper json;
    private final String worker;

    /** @param worker name of this worker in events */
    public TrainingRunner(
            ObjectStore store, TrainingBackend backend, ModelPackageWriter packages, ObjectMapper json, String worker) {
        this.store = store;
        this.backend = backend;
        this.packages = packages;
        this.json = json;
        this.worker = worker;
    }

    /**
     * Runs a job to its end.
     *
     * @param events gets what happens on the way, at once
     * @return the event of success; all that it names is durable
     * @throws RoentgenException when the job cannot succeed
     */
    public TrainingCompleted run(TrainJob job, Consumer<JobEvent> events, Cancellation cancellation)
            throws IOException, InterruptedException, CancelledException {
        Checkpoints checkpoints = new Checkpoints(store, job.trainingRun());
        Optional<EpochState> resumed = checkpoints.newest().map(EpochState::of);
        int from = resumed.map(EpochState::epoch).orElse(0);
        events.accept(new JobStarted(
                job.jobId(), Instant.now(), worker, backend.device().name(), from));
        DatasetManifest manifest = json.readValue(store.read(job.datasetManifest()), DatasetManifest.class);
        checkTask(job, manifest);
        DatasetLoader dataset = new DatasetLoader(manifest, store);
        TrainingPlan plan = Planner.plan(job.spec(), dataset.fingerprint(), dataset.trainCases());
        cancellation.check();
        LearningTask task = task(plan, dataset);
        events.accept(progress(job, 0.02, "Preprocessed the images for " + plan.network()));
        EpochLoop loop = new EpochLoop(job.trainingRun(), plan, task, checkpoints, cancellation);
        EpochState start =
                resumed.orElseGet(() -> EpochState.start(plan.program().initialState(plan.seed())));
        EpochState end;
        try (TrainingSession session = backend.open(plan.program(), start.tensors())) {
            end = loop.run(
                    session,
                    start,
                    (epoch, metrics, left) -> events.accept(
                            new EpochFinished(job.jobId(), Instant.now(), epoch, plan.epochs(), metrics, left)));
        }
        cancellation.check();
        Checkpoint best = checkpoints.read(end.best().orElseThrow());
        events.accept(progress(job, 0.9, "Evaluating the weights of epoch " + best.property("epoch")));
        TrainingPlan served = plan.withProgram(plan.program().withoutAveraging());
        TensorState averaged = plan.program().averaged(best.state());
        return finish(job, served, task, dataset, calibrated(served, task, averaged), cancellation);
    }

    private TensorState calibrated(TrainingPlan plan, LearningTask task, TensorState best) {
        try (TrainingSession session = backend.open(plan.program(), best)) {
            return plan.program().network().withScaledOutput(best, 1 / task.temperature(session));
        }
    }

    private static JobProgressed progress(TrainJob job, double fraction, String message) {
        return new JobProgressed(job.jobId(), Instant.now(), fraction, message);
    }

    private static void checkTask(TrainJob job, DatasetManifest manifest) {
        if (job.spec().task() != manifest.task()) {
            throw new RoentgenException(
                    ErrorCode.INVALID_TRAINING_SPEC,
                    "The specification asks for " + job.spec().task() + ", but the dataset version is for "
                            + manifest.task() + "; choose another dataset version or task");
        }
    }

    private static LearningTask task(TrainingPlan plan, DatasetLoader dataset) {
        List<PreparedCase> train = dataset.prepare(Split.TRAIN, plan.recipe());
        List<PreparedCase> tune = dataset.prepare(Split.TUNE, plan.recipe());
        return switch (plan.task()) {
            case CLASSIFICATION -> new ClassificationTask(plan, train, tune);
            case MULTI_LABEL_CLASSIFICATION -> new MultiLabelTask(plan, dataset.labels(), train, tune);
            case SEGMENTATION -> new SegmentationTask(plan, train, tune);
        };
    }

    private TrainingCompleted finish(
            TrainJob job,
            TrainingPlan plan,
            LearningTask task,
            DatasetLoader dataset,
            TensorState best,
            Cancellation cancellation)
            throws IOException, CancelledException {
        byte[] model = OnnxEmitter.emit(plan.program().network(), best, OnnxExport.standard());
        List<PreparedCase> test = dataset.prepare(Split.TEST, plan.recipe());
        try (OnnxModel exported = new OnnxModel(model);
                TrainingSession session = backend.open(plan.program(), best)) {
            ParityReport parity = ParityCheck.compare(
                    session,
                    exported,
                    task.parityInputs(test.stream().limit(PARITY_CASES).toList()),
                    job.spec().parityTolerance());
            cancellation.check();
            task.tune(session);
            Evaluation evaluation = task.evaluate(exported::predict, test, dataset::read);
            ObjectId written = packages.write(
                    new ModelPackageWriter.Content(job, dataset.labels(), plan, model, parity, evaluation));
            return new TrainingCompleted(job.jobId(), Instant.now(), written, parity, evaluation.metrics());
        }
    }
}
