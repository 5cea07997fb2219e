package org.roentgen.training.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roentgen.domain.JobId;
import org.roentgen.domain.TrainingRunId;
import org.roentgen.domain.dataset.DatasetManifest;
import org.roentgen.domain.dataset.Task;
import org.roentgen.domain.error.ErrorCode;
import org.roentgen.domain.error.RoentgenException;
import org.roentgen.domain.event.EpochFinished;
import org.roentgen.domain.event.JobEvent;
import org.roentgen.domain.event.JobStarted;
import org.roentgen.domain.event.TrainingCompleted;
import org.roentgen.domain.event.TrainingEstimated;
import org.roentgen.domain.job.EstimateTrainingJob;
import org.roentgen.domain.job.Priority;
import org.roentgen.domain.job.TrainJob;
import org.roentgen.domain.model.ModelManifest;
import org.roentgen.domain.model.ModelPackage;
import org.roentgen.domain.model.Optimization;
import org.roentgen.domain.model.PackageSignature;
import org.roentgen.domain.model.Software;
import org.roentgen.domain.model.TrainingSpec;
import org.roentgen.domain.model.Transfer;
import org.roentgen.domain.object.ObjectDirectory;
import org.roentgen.domain.object.ObjectId;
import org.roentgen.domain.object.ObjectStore;
import org.roentgen.network.TensorState;
import org.roentgen.objectstore.FileObjectStore;
import org.roentgen.training.engine.DeviceChoice;
import org.roentgen.training.engine.Libraries;
import org.roentgen.training.engine.TorchScriptBackend;
import org.roentgen.training.engine.TrainingBackend;
import org.roentgen.training.evaluation.Comparison;
import org.roentgen.training.packaging.ModelPackageWriter;
import org.roentgen.training.plan.MemoryLimit;

class TrainingRunnerTest {
    private static final TrainingBackend BACKEND = new TorchScriptBackend(DeviceChoice.CPU, 1);

    private final Path folder;
    private final ObjectMapper json = WireJson.mapper();
    private final List<JobEvent> events = new ArrayList<>();
    private final KeyPair keys = keys();
    private final ObjectStore store;
    private final ModelPackageWriter packages;
    private final TrainingRunner runner;

    TrainingRunnerTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        store = new FileObjectStore(folder.resolve("objects"));
        packages = new ModelPackageWriter(store, json, keys.getPrivate(), Software.of("test", Libraries.versions()));
        runner = new TrainingRunner(store, BACKEND, packages, json, "test-worker");
    }

    @Test
    void segmentationLearnsTheBlocks() throws Exception {
        TrainingCompleted completed = run(job(TinyData.blocks(store, folder), 6));
        assertThat(completed.metrics().get("dice.1")).isGreaterThan(0.8);
        assertThat(completed.parity().withinTolerance()).isTrue();
        assertThat(events.stream().filter(EpochFinished.class::isInstance)).hasSize(6);
        ModelManifest manifest = manifest(completed);
        assertThat(manifest.recipe().toString()).contains("resample", "z-score", "pad-to-multiple");
        assertThat(manifest.inference()).containsEntry("mode", "WHOLE");
        assertThat(manifest.labels()).hasSize(2);
        JsonNode variants =
                json.readTree(entry(completed, ModelPackage.EVALUATION)).get("variants");
        Set<String> entries = entries(completed).keySet();
        assertThat(entries).contains("model.fp16.onnx");
        assertPictures(completed);
        assertThat(manifest.software().get("pytorch")).startsWith("2.");
        assertThat(manifest.software()).containsKeys("java", "djl", "onnxruntime", "commit");
        assertThat(variants).hasSize(2).allSatisfy(variant -> {
            assertThat(variant.get("metric").asText()).isEqualTo("dice");
            assertThat(variant.get("maxAbsDifference").asDouble()).isPositive();
            boolean isWithin =
                    variant.get("loss").asDouble() <= variant.get("tolerance").asDouble();
            assertThat(variant.hasNonNull("refusal")).isEqualTo(!isWithin);
            assertThat(entries.contains(variant.get("file").asText())).isEqualTo(isWithin);
        });
    }

    @Test
    void classificationLearnsTheHalves() throws Exception {
        TrainingCompleted completed = run(job(TinyData.halves(store), 4));
        assertThat(completed.metrics().get("auc")).isGreaterThan(0.95);
        assertThat(manifest(completed).operatingPoint()).isPresent();
        assertThat(entry(completed, ModelPackage.CARD)).isNotEmpty();
        assertPictures(completed);
        assertThat(new String(entry(completed, ModelPackage.EVALUATION), StandardCharsets.UTF_8))
                .contains("\"auc\"", "\"confusion\"", "\"lower\"");
    }

    @Test
    void multiLabelClassificationLearnsEachFindingByItself() throws Exception {
        TrainingCompleted completed = run(job(TinyData.findings(store), 8));
        assertThat(completed.metrics().get("auc.0")).isGreaterThan(0.95);
        assertThat(completed.metrics().get("auc.1")).isGreaterThan(0.95);
        assertThat(completed.parity().withinTolerance()).isTrue();
        assertThat(manifest(completed).inference()).containsEntry("activation", "SIGMOID");
        assertThat(manifest(completed).intendedUse()).contains("upper, lower");
        assertThat(new String(entry(completed, ModelPackage.CARD), StandardCharsets.UTF_8))
                .contains("| auc.0 (upper) |", "| sensitivity.1 (lower) |", "| auc |");
        assertThat(new String(entry(completed, ModelPackage.EVALUATION), StandardCharsets.UTF_8))
                .contains("\"auc.1\"", "\"roc.0\"", "\"probability.1\"", "\"upper\"");
    }

    @Test
    void findingsCannotBeTrainedAsIfOneOfThemWereRight() throws Exception {
        TrainJob job = job(TinyData.findings(store), 1);
        TrainingSpec spec = job.spec();
        for (Optimization.Loss loss : List.of(Optimization.Loss.FOCAL, Optimization.Loss.DICE_CROSS_ENTROPY)) {
            assertRefused(with(job, spec.withOptimization(TinyData.with(loss))), "choose CROSS_ENTROPY or BALANCED");
        }
        TrainingCompleted balanced =
                run(with(job, spec.withOptimization(TinyData.with(Optimization.Loss.BALANCED_CROSS_ENTROPY))));
        assertThat(balanced.parity().withinTolerance()).isTrue();
    }

    @Test
    void trainingStartsFromAnEarlierModelWhoseClassesAreFoundByName() throws Exception {
        DatasetManifest data = TinyData.halves(store);
        ObjectId source = run(job(data, 4)).modelPackage();
        TrainJob job = job(TinyData.renumbered(data), 1);
        TrainingSpec slow = TinyData.with(job.spec(), Optional.of(8), Optional.of(1e-9), 1e-4);
        TrainingCompleted completed =
                run(with(job, slow.withTransfer(new Transfer(source, List.of("conv1", "conv2")))));
        assertThat(completed.metrics().get("auc")).isGreaterThan(0.95);
        TrainingSpec fast = TinyData.with(job.spec(), Optional.of(8), Optional.of(1e-2), 1e-4);
        TrainingCompleted trained =
                run(with(job(data, 1), fast.withTransfer(new Transfer(source, List.of("conv1", "conv2")))));
        TensorState before = packages.read(source).weights().state();
        TensorState after = packages.read(trained.modelPackage()).weights().state();
        assertThat(after.get("conv2_weight")).isEqualTo(before.get("conv2_weight"));
        assertThat(after.get("hidden_weight")).isNotEqualTo(before.get("hidden_weight"));
    }

    @Test
    void modelThatDoesNotFitIsNoStartAndTheLayerIsNamed() throws Exception {
        DatasetManifest data = TinyData.halves(store);
        ObjectId source = run(job(data, 1)).modelPackage();
        TrainJob job = job(data, 1);
        Map<String, Object> larger =
                Map.of("schemaVersion", 1, "steps", List.of(Map.of("type", "resize", "size", List.of(16, 16, 1))));
        TrainingSpec spec = job.spec().withTransfer(new Transfer(source, List.of()));
        assertRefused(
                with(job, spec.withNetwork("auto", Map.of(), Optional.of(larger))),
                "Layer 'hidden' has weights of shape [128, 576] in the model to start from, but needs [128, 1024]");
        assertRefused(
                with(job, spec.withNetwork("resnet-18", Map.of(), Optional.empty())),
                "asks for the network resnet-18, but the model to start from is a small-cnn");
        assertRefused(
                with(job, spec.withTransfer(new Transfer(source, List.of("stage9")))),
                "layers with weights start with [conv1, conv2, hidden, scores]");
        assertRefused(
                with(job, spec.withTransfer(new Transfer(source, List.of("conv", "hidden", "scores")))),
                "nothing would be learned");
    }

    @Test
    void foldsOfACrossValidationBecomeOneModelThatAveragesThem() throws Exception {
        DatasetManifest data = TinyData.halves(store);
        TrainJob job = job(data, 2);
        TrainJob folded = with(job, job.spec().withFolds(2));
        TrainingCompleted completed = run(folded);
        assertThat(completed.metrics().get("auc")).isGreaterThan(0.9);
        assertThat(completed.metrics()).containsKeys("fold1.tuneAuc", "fold2.tuneAuc");
        assertThat(completed.metrics().get("folds.tuneAuc")).isGreaterThan(0.8);
        assertThat(completed.parity().withinTolerance()).isTrue();
        assertThat(events.stream().filter(EpochFinished.class::isInstance).map(EpochFinished.class::cast))
                .extracting(EpochFinished::epoch)
                .containsExactly(1, 2, 3, 4);
        TrainJob again = with(job(data, 2), job.spec().withFolds(2));
        AtomicInteger epochs = new AtomicInteger();
        assertThatThrownBy(() -> runner.run(
                        again,
                        event -> epochs.addAndGet(event instanceof EpochFinished ? 1 : 0),
                        () -> epochs.get() >= 3))
                .isInstanceOf(CancelledException.class);
        assertThat(entry(run(again), ModelPackage.MODEL)).isEqualTo(entry(completed, ModelPackage.MODEL));
    }

    @Test
    void foldsOfFindingsAndOfMasksAreAveragedToo() throws Exception {
        TrainJob findings = job(TinyData.findings(store), 6);
        TrainingCompleted completed = run(with(findings, findings.spec().withFolds(2)));
        assertThat(completed.metrics().get("auc.1")).isGreaterThan(0.95);
        assertThat(completed.parity().withinTolerance()).isTrue();
        TrainJob blocks = job(TinyData.blocks(store, folder), 5);
        TrainingCompleted masks = run(with(blocks, blocks.spec().withFolds(2)));
        assertThat(masks.metrics().get("dice.1")).isGreaterThan(0.5);
        assertRefused(with(blocks, blocks.spec().withFolds(11)), "folds is 11, it must be from 2 to 10");
    }

    @Test
    void aSecondVersionIsComparedWithTheOneInProduction() throws Exception {
        DatasetManifest data = TinyData.halves(store);
        TrainingCompleted first = run(job(data, 1));
        TrainJob job = job(data, 3);
        TrainingCompleted second = run(new TrainJob(
                1,
                job.jobId(),
                job.priority(),
                job.trainingRun(),
                job.modelName(),
                job.datasetManifest(),
                job.spec(),
                Optional.of(first.modelPackage())));
        JsonNode evaluation = json.readTree(entry(second, ModelPackage.EVALUATION));
        JsonNode comparison = evaluation.get("comparison");
        assertThat(comparison.get("reference").asText())
                .isEqualTo(first.modelPackage().value());
        assertThat(comparison.get("cases")).isEqualTo(evaluation.get("caseCount"));
        JsonNode auc = comparison.get("metrics").get(0);
        assertThat(auc.get("name").asText()).isEqualTo("auc");
        assertThat(auc.get("value").asDouble()).isCloseTo(second.metrics().get("auc"), within(1e-6));
        assertThat(auc.get("reference").asDouble()).isCloseTo(first.metrics().get("auc"), within(1e-6));
        assertThat(evaluation.get("subgroups")).hasSizeBetween(1, 2).allSatisfy(group -> {
            assertThat(group.get("attribute").asText()).isEqualTo("SEX");
            assertThat(group.get("isSmall").asBoolean()).isTrue();
            assertThat(group.get("metrics").get("accuracy").get("lower").asDouble())
                    .isBetween(0.0, 1.0);
        });
        assertThat(new String(entry(second, ModelPackage.CARD), StandardCharsets.UTF_8))
                .contains("Beside the model in production", "DELONG", "| SEX ");
        Comparison later = packages.reports().compare(second.modelPackage(), first.modelPackage());
        Comparison.Metric again = later.metrics().getFirst();
        assertThat(later.cases()).isEqualTo(comparison.get("cases").asInt());
        assertThat(again.name()).isEqualTo("auc");
        assertThat(again.difference()).isCloseTo(auc.get("difference").asDouble(), within(1e-6));
        Comparison back = packages.reports().compare(first.modelPackage(), second.modelPackage());
        assertThat(back.metrics().getFirst().difference()).isCloseTo(-again.difference(), within(1e-6));
    }

    @Test
    void anEstimateTellsWhatATrainingNeedsAndTheFixWhereItDoesNotFit() throws Exception {
        TrainJob job = job(TinyData.halves(store), 1);
        TrainingEstimates estimates = new TrainingEstimates(store, BACKEND, packages, json);
        EstimateTrainingJob asked =
                new EstimateTrainingJob(1, job.jobId(), Priority.STAT, job.datasetManifest(), job.spec());
        TrainingEstimated fits = estimates.run(asked);
        assertThat(fits.engineBytes()).isGreaterThan(1 << 16);
        assertThat(fits.imageBytes()).isGreaterThan(1 << 10);
        assertThat(fits.text()).contains("MiB of memory (weights ", "activations ");
        assertThat(fits.refusal()).isEmpty();
        assertThat(estimates
                        .estimated(asked, new MemoryLimit(fits.engineBytes() - 1, Long.MAX_VALUE))
                        .refusal())
                .hasValueSatisfying(
                        refusal -> assertThat(refusal).contains("MiB are free; choose a batchSize of at most"));
        TrainingSpec wrong = job.spec().withFolds(11);
        assertThatThrownBy(() -> estimates.run(
                        new EstimateTrainingJob(1, job.jobId(), Priority.STAT, job.datasetManifest(), wrong)))
                .hasMessageContaining("folds is 11");
    }

    @Test
    void packageIsSigned() throws Exception {
        TrainingCompleted completed = run(job(TinyData.halves(store), 1));
        ObjectDirectory entries = json.readValue(store.read(completed.modelPackage()), ObjectDirectory.class);
        assertThat(PackageSignature.isValid(entries, entry(completed, ModelPackage.SIGNATURE), keys.getPublic()))
                .isTrue();
    }

    @Test
    void resumedTrainingGivesTheSameModelBitForBit() throws Exception {
        DatasetManifest data = TinyData.halves(store);
        byte[] undisturbed = entry(run(job(data, 4)), ModelPackage.MODEL);
        TrainJob job = job(data, 4);
        AtomicInteger epochs = new AtomicInteger();
        assertThatThrownBy(() -> runner.run(
                        job,
                        event -> epochs.addAndGet(event instanceof EpochFinished ? 1 : 0),
                        () -> epochs.get() >= 2))
                .isInstanceOf(CancelledException.class);
        TrainingCompleted resumed = run(job);
        assertThat(entry(resumed, ModelPackage.MODEL)).isEqualTo(undisturbed);
    }

    @Test
    void resumedJobSaysFromWhichEpoch() throws Exception {
        TrainJob job = job(TinyData.halves(store), 2);
        run(job);
        events.clear();
        run(job);
        assertThat(events.getFirst())
                .isInstanceOfSatisfying(JobStarted.class, started -> assertThat(started.resumedFromEpoch())
                        .isEqualTo(2));
        assertThat(events).noneMatch(EpochFinished.class::isInstance);
    }

    @Test
    void trainingWithoutProgressEndsWhenThePatienceIsOver() throws Exception {
        TrainJob job = job(TinyData.halves(store), 6);
        run(with(job, patient(job.spec(), 1e-30, 2)));
        assertThat(events.stream().filter(EpochFinished.class::isInstance)).hasSize(3);
    }

    private static TrainingSpec patient(TrainingSpec spec, double rate, int patience) {
        Optimization optimization = new Optimization(
                Optional.of(Optimization.Loss.BALANCED_CROSS_ENTROPY),
                Optional.of(Optimization.Optimizer.SGD),
                Optional.of(Optimization.Schedule.CONSTANT),
                Optional.empty(),
                Optional.of(patience),
                Optional.of(Optimization.Augmentation.STRONG),
                true,
                Optional.empty());
        return TinyData.with(spec, spec.batchSize(), Optional.of(rate), spec.parityTolerance())
                .withOptimization(optimization);
    }

    @Test
    void averagedWeightsAreWhatIsServed() throws Exception {
        TrainJob job = job(TinyData.halves(store), 4);
        TrainingCompleted completed = run(with(job, refined(job.spec(), "efficientnet-small", 0.9)));
        assertThat(completed.parity().withinTolerance()).isTrue();
        assertThat(completed.metrics().get("auc")).isGreaterThan(0.9);
    }

    @Test
    void deeplySupervisedNetworkLearnsTheBlocks() throws Exception {
        TrainJob job = job(TinyData.blocks(store, folder), 24);
        TrainingCompleted completed = run(with(job, residual(job.spec())));
        assertThat(completed.metrics().get("dice.1")).isGreaterThan(0.7);
        assertThat(manifest(completed).network()).isEqualTo("residual-unet");
    }

    @Test
    void batchThatCannotBeCutIsRefusedWithTheFix() throws Exception {
        TrainJob job = job(TinyData.halves(store), 1);
        TrainingSpec spec = refined(job.spec(), "auto", 0.9);
        TrainingSpec odd = TinyData.with(spec, Optional.of(7), spec.learningRate(), spec.parityTolerance());
        assertRefused(with(job, odd), "a multiple of microBatches");
    }

    private static TrainingSpec residual(TrainingSpec spec) {
        return spec.withNetwork("residual-unet", Map.of("width", 4, "depth", 3, "dimensions", 3), spec.recipe());
    }

    private static TrainingSpec refined(TrainingSpec spec, String network, double averageDecay) {
        return spec.withNetwork(network, Map.of(), spec.recipe()).withOptimization(TinyData.refined(averageDecay));
    }

    @Test
    void modelOutOfToleranceIsRefused() throws Exception {
        TrainJob job = job(TinyData.halves(store), 1);
        TrainingSpec spec = job.spec();
        TrainingSpec strict = TinyData.with(spec, spec.batchSize(), spec.learningRate(), Double.MIN_VALUE);
        assertRefused(with(job, strict), ErrorCode.PARITY_OUT_OF_TOLERANCE, "not registered");
    }

    @Test
    void unknownNetworkOptionAndTaskAreRefusedWithTheFix() throws Exception {
        TrainJob job = job(TinyData.halves(store), 1);
        assertRefused(with(job, spec(Task.CLASSIFICATION, "vgg", Map.of())), "choose small-cnn, resnet-18");
        assertRefused(with(job, spec(Task.CLASSIFICATION, "auto", Map.of("width", 3))), "'width' is not known");
        assertRefused(with(job, spec(Task.SEGMENTATION, "auto", Map.of())), "choose another dataset version or task");
        assertRefused(with(job, spec(Task.CLASSIFICATION, "auto", Map.of("dropout", 2))), "from 0.0 to 0.9");
    }

    private void assertRefused(TrainJob job, String fix) {
        assertRefused(job, ErrorCode.INVALID_TRAINING_SPEC, fix);
    }

    private void assertRefused(TrainJob job, ErrorCode code, String fix) {
        assertThatThrownBy(() -> run(job)).isInstanceOfSatisfying(RoentgenException.class, refused -> {
            assertThat(refused.code()).isEqualTo(code);
            assertThat(refused).hasMessageContaining(fix);
        });
    }

    private static TrainingSpec spec(Task task, String network, Map<String, Object> options) {
        return new TrainingSpec(
                task,
                network,
                Optional.empty(),
                options,
                Optional.of(1),
                Optional.empty(),
                Optional.empty(),
                1,
                1e-4,
                Optional.empty());
    }

    private TrainingCompleted run(TrainJob job) throws IOException, InterruptedException, CancelledException {
        return runner.run(job, events::add, () -> false);
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

    private static TrainJob with(TrainJob job, TrainingSpec spec) {
        return new TrainJob(
                1, job.jobId(), job.priority(), job.trainingRun(), job.modelName(), job.datasetManifest(), spec);
    }

    private ModelManifest manifest(TrainingCompleted completed) throws IOException {
        return json.readValue(entry(completed, ModelPackage.MANIFEST), ModelManifest.class);
    }

    /** The worst cases, in their order, have pictures in the package. */
    private void assertPictures(TrainingCompleted completed) throws IOException {
        JsonNode evaluation = json.readTree(entry(completed, ModelPackage.EVALUATION));
        List<String> worst = evaluation.get("cases").findValuesAsText("id");
        JsonNode pictures = evaluation.get("pictures");
        assertThat(pictures).hasSize(Math.min(12, worst.size()));
        assertThat(pictures.get(worst.getFirst()).asText()).isEqualTo("picture-01.png");
        for (JsonNode name : pictures) {
            BufferedImage picture = ImageIO.read(new ByteArrayInputStream(entry(completed, name.asText())));
            assertThat(Math.max(picture.getWidth(), picture.getHeight())).isEqualTo(256);
        }
    }

    private Map<String, ObjectId> entries(TrainingCompleted completed) throws IOException {
        return json.readValue(store.read(completed.modelPackage()), ObjectDirectory.class)
                .entries();
    }

    private byte[] entry(TrainingCompleted completed, String name) throws IOException {
        ObjectId id = entries(completed).get(name);
        assertThat(id).as(name).isNotNull();
        return store.read(id);
    }

    private static KeyPair keys() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
