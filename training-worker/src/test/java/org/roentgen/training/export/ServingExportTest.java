package org.roentgen.training.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.roentgen.dicom.geometry.Affine;
import org.roentgen.domain.JobId;
import org.roentgen.domain.TrainingRunId;
import org.roentgen.domain.dataset.LabelDefinition;
import org.roentgen.domain.dataset.Task;
import org.roentgen.domain.error.ErrorCode;
import org.roentgen.domain.error.RoentgenException;
import org.roentgen.domain.event.ModelExported;
import org.roentgen.domain.job.ExportModelJob;
import org.roentgen.domain.job.Priority;
import org.roentgen.domain.model.ModelManifest;
import org.roentgen.domain.model.ModelPackage;
import org.roentgen.domain.model.ParityReport;
import org.roentgen.domain.model.ServingForm;
import org.roentgen.domain.model.TensorDescription;
import org.roentgen.domain.object.ObjectId;
import org.roentgen.domain.object.ObjectStore;
import org.roentgen.imaging.Volume;
import org.roentgen.imaging.VolumeGrid;
import org.roentgen.imaging.label.ArgMax;
import org.roentgen.imaging.prediction.Classifier;
import org.roentgen.imaging.prediction.InferencePlan;
import org.roentgen.imaging.prediction.Segmenter;
import org.roentgen.imaging.recipe.GeometryStep;
import org.roentgen.imaging.recipe.IntensityStep;
import org.roentgen.imaging.recipe.Preprocessed;
import org.roentgen.imaging.recipe.Recipe;
import org.roentgen.imaging.recipe.RecipeJson;
import org.roentgen.imaging.recipe.RecipeStep;
import org.roentgen.imaging.recipe.RepeatChannel;
import org.roentgen.network.FeatureShape;
import org.roentgen.network.Network;
import org.roentgen.network.SampleState;
import org.roentgen.network.onnx.OnnxEmitter;
import org.roentgen.network.onnx.OnnxEnsemble;
import org.roentgen.network.onnx.OnnxExport;
import org.roentgen.network.zoo.SmallCnn;
import org.roentgen.network.zoo.UNet;
import org.roentgen.objectstore.FileObjectStore;
import org.roentgen.training.evaluation.Variant;
import org.roentgen.training.run.WireJson;
import org.roentgen.training.serving.OnnxModel;
import org.roentgen.training.serving.SignedPackage;

/** Exported packages beside the packages that they were made of, both run as the platform runs models. */
class ServingExportTest {
    private static final IntensityStep STANDARDIZE = new IntensityStep.Standardize(110, 45);
    private static final IntensityStep CLIP = new IntensityStep.ClipPercentiles(0.5, 99.5);
    private static final IntensityStep Z_SCORE = new IntensityStep.ZScore(false);
    private static final InferencePlan WHOLE = InferencePlan.whole(InferencePlan.Cleanup.NONE);

    private final ObjectMapper json = WireJson.mapper();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
    private final Path source;
    private final Path target;

    ServingExportTest(@TempDir Path folder) {
        source = folder.resolve("model.zip");
        target = folder.resolve("exported.zip");
    }

    /**
     * A model to export.
     *
     * @param left steps of the recipe that the exported graph leaves outside
     */
    record Sample(String name, Task task, Network network, int members, Recipe recipe, InferencePlan plan, int left) {
        byte[] model() {
            byte[] one = OnnxEmitter.emit(network, SampleState.of(network), OnnxExport.standard());
            byte[] other = OnnxEmitter.emit(network, network.initialState(7), OnnxExport.standard());
            if (members == 1) {
                return one;
            }
            return task == Task.MULTI_LABEL_CLASSIFICATION
                    ? OnnxEnsemble.ofFindings(List.of(one, other))
                    : OnnxEnsemble.ofClasses(List.of(one, other));
        }

        int classes() {
            return network.output().shape().channels();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Sample> samples() {
        Network flat = SmallCnn.of(FeatureShape.of(3, 16, 16), 4, 0);
        Network volumes = SmallCnn.of(FeatureShape.of(1, 8, 16, 16), 2, 0);
        Network slices = new UNet(4, 2, UNet.Normalization.BATCH).build(FeatureShape.of(1, 16, 16), 3);
        Network blocks = new UNet(4, 1, UNet.Normalization.INSTANCE).build(FeatureShape.of(1, 8, 16, 16), 3);
        Recipe colour = recipe(STANDARDIZE, new RepeatChannel(3));
        Recipe resized = recipe(new GeometryStep.Resize(List.of(16, 16, 8)), CLIP, Z_SCORE);
        Recipe windowed = recipe(new IntensityStep.Window(120, 200), STANDARDIZE, new RepeatChannel(3));
        InferencePlan sliceWise = InferencePlan.sliceWise(3, InferencePlan.Cleanup.LARGEST_OF_EACH_LABEL);
        InferencePlan mirrored = WHOLE.mirrored(List.of(0));
        InferencePlan findings = InferencePlan.independentFindings();
        return Stream.of(
                new Sample("pictures", Task.CLASSIFICATION, flat, 1, colour, WHOLE, 0),
                new Sample("pictures, two folds", Task.CLASSIFICATION, flat, 2, colour, WHOLE, 0),
                new Sample("volumes", Task.CLASSIFICATION, volumes, 1, resized, WHOLE, 2),
                new Sample("findings", Task.MULTI_LABEL_CLASSIFICATION, flat, 1, windowed, findings, 0),
                new Sample("findings, two folds", Task.MULTI_LABEL_CLASSIFICATION, flat, 2, windowed, findings, 0),
                new Sample("masks of slices", Task.SEGMENTATION, slices, 1, recipe(STANDARDIZE), sliceWise, 0),
                new Sample("masks of volumes", Task.SEGMENTATION, blocks, 1, recipe(CLIP, Z_SCORE), mirrored, 1),
                new Sample("masks of volumes, two folds", Task.SEGMENTATION, blocks, 2, recipe(Z_SCORE), WHOLE, 0));
    }

    private static Recipe recipe(RecipeStep... steps) {
        return Recipe.of(steps);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void aGraphWithItsTailAnswersAsThePlatformDoes(Sample sample) throws Exception {
        check(sample, false);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void aGraphWithItsNormalisationToo(Sample sample) throws Exception {
        check(sample, true);
    }

    private void check(Sample sample, boolean normalisation) throws Exception {
        byte[] model = sample.model();
        write(sample, model);
        List<String> words = new ArrayList<>(List.of(source.toString(), target.toString(), "labels"));
        if (normalisation) {
            words.add("normalisation");
        }
        assertThat(run(words)).as(errors.toString(StandardCharsets.UTF_8)).isZero();
        PackageZip exported = PackageZip.read(target);
        ModelManifest manifest = json.readValue(exported.entry(ModelPackage.MANIFEST), ModelManifest.class);
        Recipe outside = json.convertValue(manifest.recipe(), Recipe.class);
        assertThat(outside.steps())
                .hasSize(normalisation ? sample.left() : sample.recipe().steps().size());
        try (OnnxModel before = new OnnxModel(model);
                OnnxModel after = new OnnxModel(exported.entry(ModelPackage.MODEL))) {
            for (int seed = 0; seed < 3; seed++) {
                Volume image = image(sample, seed);
                if (sample.task() == Task.SEGMENTATION) {
                    assertThat(segmenter(manifest)
                                    .segment(image, after::predict)
                                    .labels())
                            .isEqualTo(new Segmenter(sample.recipe(), sample.plan(), sample.classes())
                                    .segment(image, before::predict)
                                    .labels());
                } else {
                    assertThat(classifier(manifest).probabilities(List.of(image), after::predict))
                            .containsExactly(
                                    new Classifier(
                                                    sample.recipe(),
                                                    sample.plan(),
                                                    original(sample)
                                                            .inputs()
                                                            .getFirst()
                                                            .shape(),
                                                    sample.classes())
                                            .probabilities(List.of(image), before::predict),
                                    offset(1e-4f));
                }
                assertLabels(sample, outside, image, before, after);
            }
        }
    }

    /** Both models on the whole image at once. */
    private static void assertLabels(Sample sample, Recipe outside, Volume image, OnnxModel before, OnnxModel after) {
        Preprocessed all = sample.recipe().apply(image);
        float[] probabilities = sample.plan()
                .activate(before.predict(all.tensor(), shape(sample, all)), batch(sample, all), sample.classes());
        Preprocessed given = outside.apply(image);
        long[] shape = shape(sample, given);
        assertThat(after.predict(given.tensor(), shape)).containsExactly(probabilities, offset(1e-4f));
        long[] labels = after.integers(given.tensor(), shape, "labels");
        if (sample.task() == Task.MULTI_LABEL_CLASSIFICATION) {
            assertThat(labels)
                    .containsExactly(IntStream.range(0, probabilities.length)
                            .mapToLong(place -> probabilities[place] > 0.5 ? 1 : 0)
                            .toArray());
            return;
        }
        int batch = batch(sample, all);
        int length = probabilities.length / batch;
        for (int item = 0; item < batch; item++) {
            float[] one = new float[length];
            System.arraycopy(probabilities, item * length, one, 0, length);
            byte[] expected = ArgMax.of(one, sample.classes());
            for (int place = 0; place < expected.length; place++) {
                assertThat(labels[item * expected.length + place]).isEqualTo(expected[place]);
            }
        }
    }

    private static int batch(Sample sample, Preprocessed input) {
        return sample.plan().mode() == InferencePlan.Mode.SLICE_WISE
                ? input.grid().depth()
                : 1;
    }

    /** Slices of a single channel are a batch as they lie. */
    private static long[] shape(Sample sample, Preprocessed input) {
        VolumeGrid grid = input.grid();
        return sample.network().input().rank() == 2
                ? new long[] {batch(sample, input), input.channels(), grid.height(), grid.width()}
                : new long[] {1, input.channels(), grid.depth(), grid.height(), grid.width()};
    }

    private Segmenter segmenter(ModelManifest manifest) {
        return new Segmenter(
                json.convertValue(manifest.recipe(), Recipe.class),
                json.convertValue(manifest.inference(), InferencePlan.class),
                manifest.labels().size());
    }

    private Classifier classifier(ModelManifest manifest) {
        return new Classifier(
                json.convertValue(manifest.recipe(), Recipe.class),
                json.convertValue(manifest.inference(), InferencePlan.class),
                manifest.inputs().getFirst().shape(),
                manifest.labels().size());
    }

    @Test
    void theManifestAndTheCardSayWhatTheGraphTakesAndGives() throws Exception {
        Sample sample = samples().findFirst().orElseThrow();
        write(sample, sample.model());
        assertThat(run(List.of(source.toString(), target.toString(), "labels", "normalisation")))
                .isZero();
        PackageZip exported = PackageZip.read(target);
        assertThat(exported.entries().keySet())
                .containsExactlyInAnyOrder(ModelPackage.MODEL, ModelPackage.MANIFEST, ModelPackage.CARD);
        JsonNode manifest = json.readTree(exported.entry(ModelPackage.MANIFEST));
        assertThat(manifest.at("/inputs/0/shape").toString()).isEqualTo("[-1,1,16,16]");
        assertThat(manifest.at("/outputs").toString())
                .isEqualTo("[{\"name\":\"probabilities\",\"elementType\":\"float32\",\"shape\":[-1,4]},"
                        + "{\"name\":\"labels\",\"elementType\":\"int64\",\"shape\":[-1]}]");
        assertThat(manifest.at("/inference/activation").asText()).isEqualTo("NONE");
        assertThat(manifest.at("/parity/maxAbsDifference").asDouble()).isLessThan(1e-4);
        assertThat(new String(exported.entry(ModelPackage.CARD), StandardCharsets.UTF_8))
                .startsWith("# card")
                .contains("## The graph of this package", "Standardize", "the most probable class");
    }

    @Test
    void whatCannotBeDoneIsRefusedWithTheFix() throws Exception {
        Network network = new UNet(4, 1, UNet.Normalization.BATCH).build(FeatureShape.of(1, 8, 16, 16), 2);
        InferencePlan patches = new InferencePlan(
                InferencePlan.Mode.SLIDING_WINDOW,
                List.of(8, 8, 8),
                0.5,
                1,
                InferencePlan.Activation.SOFTMAX,
                InferencePlan.Cleanup.NONE,
                List.of());
        Recipe padded = recipe(Z_SCORE, new GeometryStep.PadToMultiple(List.of(2, 2, 2)));
        Map<String, Sample> refused = Map.of(
                "The last step of the recipe, PadToMultiple",
                new Sample("padded", Task.SEGMENTATION, network, 1, padded, WHOLE, 0),
                "filled up with zeros",
                new Sample("patches", Task.SEGMENTATION, network, 1, recipe(STANDARDIZE), patches, 0),
                "no step that could go into the graph",
                new Sample("plain", Task.SEGMENTATION, network, 1, recipe(), WHOLE, 0));
        for (Map.Entry<String, Sample> each : refused.entrySet()) {
            write(each.getValue(), each.getValue().model());
            errors.reset();
            assertThat(run(List.of(source.toString(), target.toString(), "probabilities", "normalisation")))
                    .isEqualTo(2);
            assertThat(errors.toString(StandardCharsets.UTF_8)).contains(each.getKey());
            assertThat(run(List.of(source.toString(), target.toString(), "probabilities")))
                    .isZero();
        }
        assertThat(run(List.of(source.toString(), target.toString(), "softmax")))
                .isEqualTo(2);
        assertThat(errors.toString(StandardCharsets.UTF_8)).contains("--tail takes probabilities or labels");
    }

    @Test
    void theWorkerExportsRegisteredPackagesAsTheCommandDoes(@TempDir Path folder) throws Exception {
        ObjectStore store = new FileObjectStore(folder);
        PrivateKey key = newKey();
        Sample sample = samples().findFirst().orElseThrow();
        write(sample, sample.model());
        assertThat(run(List.of(source.toString(), target.toString(), "labels", "normalisation")))
                .isZero();
        ServingForm form = new ServingForm(ServingForm.Tail.LABELS, true);
        ExportModelJob job = export(store, key, form);
        ModelExported exported = new ServingPackages(store, json, key).run(job);
        assertThat(exported.jobId()).isEqualTo(job.jobId());
        assertThat(store.read(exported.zip())).isEqualTo(Files.readAllBytes(target));
        assertThatThrownBy(() -> new ServingPackages(store, json, newKey()).run(job))
                .isInstanceOf(RoentgenException.class)
                .hasMessageContaining("is not signed with this installation's key");
        Sample plain = new Sample("plain", Task.CLASSIFICATION, sample.network(), 1, recipe(), WHOLE, 0);
        write(plain, plain.model());
        ExportModelJob impossible = export(store, key, form);
        assertThatThrownBy(() -> new ServingPackages(store, json, key).run(impossible))
                .isInstanceOfSatisfying(RoentgenException.class, refused -> assertThat(refused.code())
                        .isEqualTo(ErrorCode.INVALID_MODEL_PACKAGE))
                .hasMessageContaining("no step that could go into the graph");
    }

    /** Registers the package and asks for it in a form. */
    private ExportModelJob export(ObjectStore store, PrivateKey key, ServingForm form) throws Exception {
        Map<String, ObjectId> entries = new TreeMap<>();
        for (Map.Entry<String, byte[]> entry : PackageZip.read(source).entries().entrySet()) {
            entries.put(entry.getKey(), store.put(entry.getValue()));
        }
        entries.remove(ModelPackage.SIGNATURE);
        ObjectId modelPackage = SignedPackage.seal(entries, store, json, key);
        return new ExportModelJob(1, JobId.random(), Priority.STAT, modelPackage, form);
    }

    private static PrivateKey newKey() throws NoSuchAlgorithmException {
        return KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate();
    }

    private int run(List<String> words) {
        return new ServingExport(
                        new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                        new PrintStream(errors, true, StandardCharsets.UTF_8))
                .run(words);
    }

    private static Volume image(Sample sample, int seed) {
        VolumeGrid grid = sample.network().input().rank() == 2 && sample.task() != Task.SEGMENTATION
                ? VolumeGrid.flat(16, 16)
                : new VolumeGrid(16, 16, 8, Affine.IDENTITY);
        Random random = new Random(seed);
        float[] voxels = new float[grid.voxelCount()];
        for (int place = 0; place < voxels.length; place++) {
            voxels[place] = (float) (100 + 60 * Math.sin(place / 37.0 + seed) + 30 * random.nextGaussian());
        }
        return new Volume(grid, voxels);
    }

    private void write(Sample sample, byte[] model) throws IOException {
        new PackageZip(Map.of(
                        ModelPackage.MODEL,
                        model,
                        ModelPackage.MANIFEST,
                        json.writeValueAsBytes(original(sample)),
                        ModelPackage.CARD,
                        "# card\n".getBytes(StandardCharsets.UTF_8),
                        ModelPackage.SIGNATURE,
                        new byte[64],
                        ModelPackage.WEIGHTS,
                        new byte[8],
                        Variant.INT8,
                        new byte[8]))
                .write(source);
    }

    private ModelManifest original(Sample sample) throws IOException {
        List<LabelDefinition> labels = IntStream.range(0, sample.classes())
                .mapToObj(label -> new LabelDefinition(label, "label " + label, Optional.empty()))
                .toList();
        return new ModelManifest(
                1,
                sample.name(),
                sample.task(),
                "sample",
                List.of(describe("input", sample.network(), sample.network().input())),
                List.of(describe(
                        "output", sample.network(), sample.network().output().shape())),
                labels,
                json.readValue(RecipeJson.write(sample.recipe()), new TypeReference<>() {}),
                json.convertValue(sample.plan(), new TypeReference<>() {}),
                Optional.empty(),
                new ObjectId("0".repeat(64)),
                TrainingRunId.random(),
                new ParityReport(0, 1e-4, 1),
                "test",
                Map.of(),
                "test",
                List.of(),
                Instant.EPOCH);
    }

    private static TensorDescription describe(String name, Network network, FeatureShape shape) {
        List<Long> sizes = new ArrayList<>(List.of(-1L, (long) shape.channels()));
        shape.spatial().forEach(size -> sizes.add(network.acceptsAnySpatialSize() ? -1L : size));
        return new TensorDescription(name, "float32", sizes);
    }
}
