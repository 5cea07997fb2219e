package org.roentgen.training.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.roentgen.domain.dataset.DatasetManifest;
import org.roentgen.domain.dataset.Split;
import org.roentgen.domain.dataset.Task;
import org.roentgen.domain.error.RoentgenException;
import org.roentgen.domain.event.JobEvent;
import org.roentgen.domain.event.JobProgressed;
import org.roentgen.domain.event.JobStarted;
import org.roentgen.domain.event.TrainingCompleted;
import org.roentgen.domain.job.TrainJob;
import org.roentgen.domain.model.ModelPackage;
import org.roentgen.domain.model.ParityReport;
import org.roentgen.domain.object.ObjectId;
import org.roentgen.domain.object.ObjectStore;
import org.roentgen.network.TensorState;
import org.roentgen.network.TrainingProgram;
import org.roentgen.training.dataset.DatasetLoader;
import org.roentgen.training.dataset.Folds;
import org.roentgen.training.dataset.PreparedCase;
import org.roentgen.training.engine.TrainingBackend;
import org.roentgen.training.engine.TrainingSession;
import org.roentgen.training.evaluation.CasePictures;
import org.roentgen.training.evaluation.EvaluationReport;
import org.roentgen.training.evaluation.Variants;
import org.roentgen.training.evaluation.WorstCases;
import org.roentgen.training.packaging.ModelPackageWriter;
import org.roentgen.training.packaging.SourceModel;
import org.roentgen.training.plan.MemoryLimit;
import org.roentgen.training.plan.TrainingPlan;
import org.roentgen.training.serving.OnnxModel;
import org.roentgen.training.serving.ParityCheck;
import org.roentgen.training.task.ClassificationTask;
import org.roentgen.training.task.Evaluation;
import org.roentgen.training.task.LearningTask;
import org.roentgen.training.task.MultiLabelTask;
import org.roentgen.training.task.SegmentationTask;

/**
 * Runs a job from its dataset to its signed package, from the newest checkpoint where there is one. A cross-validation is several
 * trainings one after another, whose models become one; operating points are found on the tune split of the first. Several jobs may run
 * at once: each has its own session of the engine, and they share the memory.
 */
public final class TrainingRunner {
    private static final int PARITY_CASES = 8;
    private static final int VARIANT_VOLUMES = 8;
    private static final int VARIANT_INPUTS = 4;
    private static final int VARIANT_IMAGES = 1000;
    private static final int FEWEST_VOLUMES = 2;
    private static final int FEWEST_IMAGES = 100;

    private final ObjectStore store;
    private final TrainingBackend backend;
    private final ModelPackageWriter packages;
    private final TrainingPreparation.Maker preparations;
    private final MemoryShares memory;
    private final String worker;

    /** @param worker name of this worker in events */
    public TrainingRunner(
            ObjectStore store, TrainingBackend backend, ModelPackageWriter packages, ObjectMapper json, String worker) {
        this.store = store;
        this.backend = backend;
        this.packages = packages;
        this.preparations = new TrainingPreparation.Maker(store, packages, json);
        this.memory = new MemoryShares(() -> MemoryLimit.now(backend.device().isCuda()));
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
        int folds = job.spec().folds().orElse(1);
        events.accept(new JobStarted(
                job.jobId(), Instant.now(), worker, backend.device().name(), finishedEpochs(job, folds)));
        TrainingPreparation prepared = preparations.of(job.datasetManifest(), job.spec());
        Runnable waiting = () -> events.accept(progress(
                job,
                0.01,
                "Waits for the memory of another training on this worker: it needs "
                        + prepared.memory().text()));
        try (MemoryShares.Share _ = memory.take(prepared.memory(), cancellation, waiting)) {
            return run(job, prepared, events, cancellation);
        }
    }

    private TrainingCompleted run(
            TrainJob job, TrainingPreparation prepared, Consumer<JobEvent> events, Cancellation cancellation)
            throws IOException, InterruptedException, CancelledException {
        int folds = job.spec().folds().orElse(1);
        DatasetManifest manifest = prepared.manifest();
        DatasetLoader dataset = prepared.dataset();
        Optional<SourceModel> source = prepared.source();
        TrainingPlan plan = prepared.plan();
        cancellation.check();
        LearningTask task = task(plan, fold(manifest, job, 0));
        events.accept(progress(
                job,
                0.02,
                "Preprocessed the images for " + plan.network() + ", which needs about "
                        + prepared.memory().text()));
        List<TrainedMember> members = new ArrayList<>();
        for (int fold = 0; fold < folds; fold++) {
            TrainingPlan own = plan.withSeed(plan.seed() + fold);
            LearningTask its = fold == 0 ? task : task(own, fold(manifest, job, fold));
            EpochLoop loop = new EpochLoop(own, its, checkpoints(job, fold), cancellation);
            members.add(train(own, its, loop, initial(own, source, dataset), new FoldEvents(job, fold, folds, events)));
            cancellation.check();
        }
        events.accept(
                progress(job, 0.9, "Evaluating " + (folds == 1 ? "the best weights" : folds + " folds together")));
        TrainingPlan served = plan.withProgram(plan.program().withoutAveraging());
        return finish(job, served, task, dataset, members, cancellation);
    }

    /** The data as a fold sees them; all of them where there is one training. */
    private DatasetLoader fold(DatasetManifest manifest, TrainJob job, int fold) {
        int folds = job.spec().folds().orElse(1);
        return new DatasetLoader(
                folds == 1
                        ? manifest
                        : Folds.of(manifest, folds, fold, job.spec().seed()),
                store);
    }

    private Checkpoints checkpoints(TrainJob job, int fold) {
        return job.spec().folds().isPresent()
                ? Checkpoints.ofFold(store, job.trainingRun(), fold)
                : new Checkpoints(store, job.trainingRun());
    }

    private int finishedEpochs(TrainJob job, int folds) throws IOException {
        int epochs = 0;
        for (int fold = 0; fold < folds; fold++) {
            epochs += checkpoints(job, fold)
                    .newest()
                    .map(EpochState::of)
                    .map(EpochState::epoch)
                    .orElse(0);
        }
        return epochs;
    }

    /** Trains from the newest checkpoint or from initial values, to calibrated weights of the best epoch. */
    private TrainedMember train(
            TrainingPlan plan, LearningTask task, EpochLoop loop, TensorState initial, EpochLoop.Listener listener)
            throws IOException, InterruptedException, CancelledException {
        TensorState best;
        EpochState start = loop.newest().orElseGet(() -> EpochState.start(initial));
        try (TrainingSession session = backend.open(plan.program(), start.tensors())) {
            best = loop.best(loop.run(session, start, listener));
        }
        TrainingPlan served = plan.withProgram(plan.program().withoutAveraging());
        TensorState calibrated = calibrated(served, task, plan.program().averaged(best));
        try (TrainingSession session = backend.open(served.program(), calibrated)) {
            return new TrainedMember(calibrated, task.tune(session).metrics());
        }
    }

    private static TensorState initial(TrainingPlan plan, Optional<SourceModel> source, DatasetLoader dataset) {
        TrainingProgram program = plan.program();
        TensorState random = program.initialState(plan.seed());
        return source.map(model ->
                        program.startingFrom(random, model.valuesFor(program.network(), dataset.labels(), random)))
                .orElse(random);
    }

    private TensorState calibrated(TrainingPlan plan, LearningTask task, TensorState best) {
        try (TrainingSession session = backend.open(plan.program(), best)) {
            return plan.program().network().withScaledOutput(best, 1 / task.temperature(session));
        }
    }

    private static JobProgressed progress(TrainJob job, double fraction, String message) {
        return new JobProgressed(job.jobId(), Instant.now(), fraction, message);
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
            List<TrainedMember> members,
            Cancellation cancellation)
            throws IOException, CancelledException {
        byte[] model = TrainedMember.export(members, plan);
        List<PreparedCase> test = dataset.prepare(Split.TEST, plan.recipe());
        List<TrainingSession> sessions = members.stream()
                .map(member -> backend.open(plan.program(), member.state()))
                .toList();
        try (OnnxModel exported = new OnnxModel(model)) {
            List<LearningTask.ParityInput> parityInputs =
                    task.parityInputs(test.stream().limit(PARITY_CASES).toList());
            ParityReport parity = ParityCheck.compare(
                    TrainedMember.predictor(sessions, plan),
                    exported::predict,
                    parityInputs,
                    job.spec().parityTolerance());
            cancellation.check();
            LearningTask tuned = task.tuned(exported::predict, dataset::read);
            CasePictures pictures = new CasePictures(dataset::read);
            Evaluation evaluation = tuned.evaluate(exported::predict, test, dataset::read, pictures)
                    .withMetrics(TrainedMember.foldMetrics(members));
            Variants variants = new Variants(
                    model, exported, parityInputs.stream().limit(VARIANT_INPUTS).toList());
            boolean volumes = plan.task() == Task.SEGMENTATION;
            variants.judge(
                    evaluation.cases(),
                    test.stream()
                            .limit(volumes ? VARIANT_VOLUMES : VARIANT_IMAGES)
                            .toList(),
                    volumes ? FEWEST_VOLUMES : FEWEST_IMAGES,
                    (network, cases) ->
                            tuned.evaluate(network, cases, dataset::read).cases());
            WorstCases worst = WorstCases.of(evaluation.cases(), test, pictures);
            EvaluationReport report = packages.reports()
                    .of(evaluation, test, dataset, job.production(), variants.reports())
                    .withPictures(worst.names());
            Map<String, byte[]> files = new TreeMap<>(variants.kept());
            files.putAll(worst.files());
            files.put(ModelPackage.MODEL, model);
            ObjectId written = packages.write(new ModelPackageWriter.Content(
                    job,
                    dataset.labels(),
                    plan.withInference(tuned.inference()),
                    members.getFirst().state(),
                    files,
                    parity,
                    report));
            return new TrainingCompleted(job.jobId(), Instant.now(), written, parity, evaluation.metrics());
        } finally {
            sessions.forEach(TrainingSession::close);
        }
    }
}
