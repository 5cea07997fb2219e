package org.roentgen.training.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.ModelProto;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.roentgen.domain.JobId;
import org.roentgen.domain.dataset.LabelDefinition;
import org.roentgen.domain.dataset.Task;
import org.roentgen.domain.job.ImportModelJob;
import org.roentgen.domain.job.Priority;
import org.roentgen.domain.model.ForeignModel;
import org.roentgen.domain.model.ModelManifest;
import org.roentgen.domain.model.ModelPackage;
import org.roentgen.domain.model.PackageSignature;
import org.roentgen.domain.model.Software;
import org.roentgen.domain.object.ObjectDirectory;
import org.roentgen.domain.object.ObjectId;
import org.roentgen.domain.object.ObjectStore;
import org.roentgen.objectstore.FileObjectStore;
import org.roentgen.training.run.WireJson;

/** Models that were exported by other tools. */
class ForeignModelsTest {
    private static final long DYNAMIC = -1;
    private final ObjectMapper json = WireJson.mapper();
    private final ObjectStore store;
    private final KeyPair keys;
    private final ForeignModels models;

    ForeignModelsTest(@TempDir Path folder) throws IOException, NoSuchAlgorithmException {
        store = new FileObjectStore(folder);
        keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        models = new ForeignModels(store, json, keys.getPrivate(), new Software("test", Map.of()));
    }

    static Stream<Arguments> sound() {
        return Stream.of(
                Arguments.of(
                        "PyTorch classifier, logits, fixed size",
                        new ForeignOnnx(13, "x", DYNAMIC, 1, 28, 28)
                                .convolution(2, 3, 0)
                                .pooled()
                                .output("logits"),
                        form(Task.CLASSIFICATION, 3, "WHOLE", "SOFTMAX"),
                        List.of(-1L, 1L, 28L, 28L)),
                Arguments.of(
                        "classifier with softmax, batch of 1",
                        new ForeignOnnx(17, "images", 1, 1, 32, 32)
                                .convolution(2, 2, 0)
                                .pooled()
                                .softmax()
                                .output("p"),
                        form(Task.CLASSIFICATION, 2, "WHOLE", "NONE"),
                        List.of(1L, 1L, 32L, 32L)),
                Arguments.of(
                        "findings with logits",
                        new ForeignOnnx(17, "image", DYNAMIC, 1, 28, 28)
                                .convolution(2, 14, 0)
                                .pooled()
                                .output("logits"),
                        form(Task.MULTI_LABEL_CLASSIFICATION, 14, "WHOLE", "SIGMOID"),
                        List.of(-1L, 1L, 28L, 28L)),
                Arguments.of(
                        "one finding with its sigmoid inside",
                        new ForeignOnnx(17, "image", DYNAMIC, 1, 28, 28)
                                .convolution(2, 1, 0)
                                .pooled()
                                .plus("Sigmoid")
                                .output("p"),
                        form(Task.MULTI_LABEL_CLASSIFICATION, 1, "WHOLE", "NONE"),
                        List.of(-1L, 1L, 28L, 28L)),
                Arguments.of(
                        "MONAI segmenter, dynamic volume",
                        new ForeignOnnx(14, "INPUT__0", DYNAMIC, 1, DYNAMIC, DYNAMIC, DYNAMIC)
                                .convolution(3, 3, 0)
                                .output("OUTPUT__0"),
                        form(Task.SEGMENTATION, 3, "WHOLE", "SOFTMAX"),
                        List.of(-1L, 1L, -1L, -1L, -1L)),
                Arguments.of(
                        "nnU-Net, fixed patch",
                        new ForeignOnnx(18, "data", 1, 1, 8, 16, 24)
                                .convolution(3, 2, 0)
                                .output("seg"),
                        form(Task.SEGMENTATION, 2, "SLIDING_WINDOW", "SOFTMAX"),
                        List.of(1L, 1L, 8L, 16L, 24L)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sound")
    void aModelThatRunsIsPackedAndSigned(String name, ForeignOnnx model, ForeignModel form, List<Long> shape)
            throws IOException {
        ObjectId packed = models.run(job(model.bytes(), form)).modelPackage();
        ObjectDirectory entries = json.readValue(store.read(packed), ObjectDirectory.class);
        byte[] signature = read(entries, ModelPackage.SIGNATURE);
        assertThat(PackageSignature.isValid(entries, signature, keys.getPublic()))
                .isTrue();
        ModelManifest manifest = json.readValue(read(entries, ModelPackage.MANIFEST), ModelManifest.class);
        assertThat(manifest.inputs().getFirst().shape()).isEqualTo(shape);
        assertThat(manifest.network()).isEqualTo("another tool 1.0");
        assertThat(new String(read(entries, ModelPackage.CARD), StandardCharsets.UTF_8))
                .contains("Trained elsewhere", "not evaluated here yet");
    }

    static Stream<Arguments> faulty() {
        ForeignModel two = form(Task.SEGMENTATION, 2, "WHOLE", "SOFTMAX");
        return Stream.of(
                Arguments.of("no ONNX", "torch checkpoint".getBytes(StandardCharsets.US_ASCII), two, "no ONNX model"),
                Arguments.of("empty file", new byte[0], two, "has no operator"),
                Arguments.of("newer opset", segmenter(99).output("y").bytes(), two, "operator set 99"),
                Arguments.of(
                        "foreign operator",
                        segmenter(17).custom("my.ops", "Mish3D").output("y").bytes(),
                        two,
                        "my.ops::Mish3D"),
                Arguments.of(
                        "unknown operator",
                        segmenter(17).plus("NoSuchOperator").output("y").bytes(),
                        two,
                        "an operator that does not run here"),
                Arguments.of(
                        "other number of labels",
                        segmenter(17).output("y").bytes(),
                        form(Task.SEGMENTATION, 4, "WHOLE", "SOFTMAX"),
                        "needs [1, 4, 16, 24]"),
                Arguments.of(
                        "a classifier as segmenter",
                        segmenter(17).pooled().output("y").bytes(),
                        two,
                        "has the shape [1, 2]"),
                Arguments.of(
                        "NaN",
                        new ForeignOnnx(17, "x", 1, 1, DYNAMIC, DYNAMIC)
                                .convolution(2, 2, Float.NaN)
                                .output("y")
                                .bytes(),
                        two,
                        "are not finite"),
                Arguments.of(
                        "logits called probabilities",
                        segmenter(17).output("y").bytes(),
                        form(Task.SEGMENTATION, 2, "WHOLE", "NONE"),
                        "choose the activation SOFTMAX"),
                Arguments.of(
                        "logits of findings called probabilities",
                        segmenter(17).pooled().output("y").bytes(),
                        form(Task.MULTI_LABEL_CLASSIFICATION, 2, "WHOLE", "NONE"),
                        "choose the activation SIGMOID"),
                Arguments.of(
                        "findings that would compete",
                        segmenter(17).pooled().output("y").bytes(),
                        form(Task.MULTI_LABEL_CLASSIFICATION, 2, "WHOLE", "SOFTMAX"),
                        "choose SIGMOID for logits"),
                Arguments.of(
                        "classes that would not compete",
                        segmenter(17).pooled().output("y").bytes(),
                        form(Task.CLASSIFICATION, 2, "WHOLE", "SIGMOID"),
                        "choose SOFTMAX for logits"),
                Arguments.of(
                        "another answer each time",
                        segmenter(17).noise().output("y").bytes(),
                        two,
                        "answers the same image differently"),
                Arguments.of(
                        "two inputs",
                        segmenter(17).secondInput("age").output("y").bytes(),
                        two,
                        "one image tensor only"),
                Arguments.of(
                        "a vector as input",
                        new ForeignOnnx(17, "x", 1, 64).plus("Relu").output("y").bytes(),
                        two,
                        "2 or 3 spatial sizes"),
                Arguments.of(
                        "a fixed batch",
                        new ForeignOnnx(17, "x", 4, 1, 8, 8)
                                .convolution(2, 2, 0)
                                .output("y")
                                .bytes(),
                        two,
                        "takes 4 images at once"),
                Arguments.of(
                        "a plan that is none",
                        segmenter(17).output("y").bytes(),
                        form(Task.SEGMENTATION, 2, "SIDEWAYS", "SOFTMAX"),
                        "inference plan of the form cannot be read"),
                Arguments.of(
                        "another output than there is",
                        segmenter(17).output("y").bytes(),
                        with(two, "z"),
                        "the form says 'z'"));
    }

    private static ForeignOnnx segmenter(long opset) {
        return new ForeignOnnx(opset, "x", DYNAMIC, 1, DYNAMIC, DYNAMIC).convolution(2, 2, 0);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faulty")
    void aModelThatCannotBeUsedIsRefusedInWords(String name, byte[] model, ForeignModel form, String words) {
        assertThatThrownBy(() -> models.run(job(model, form))).hasMessageContaining(words);
    }

    @Test
    void ofSeveralOutputsTheNamedOneIsServed() throws IOException {
        byte[] model = segmenter(17).output("full").pooled().output("deep").bytes();
        ForeignModel classifier = with(form(Task.CLASSIFICATION, 2, "WHOLE", "SOFTMAX"), "deep");
        ObjectId packed = models.run(job(model, classifier)).modelPackage();
        ObjectDirectory entries = json.readValue(store.read(packed), ObjectDirectory.class);
        ModelProto served = ModelProto.parseFrom(read(entries, ModelPackage.MODEL));
        assertThat(served.getGraph().getOutputList()).singleElement().satisfies(output -> assertThat(output.getName())
                .isEqualTo("deep"));
    }

    private byte[] read(ObjectDirectory entries, String name) throws IOException {
        return store.read(Objects.requireNonNull(entries.entries().get(name)));
    }

    private ImportModelJob job(byte[] model, ForeignModel form) throws IOException {
        return new ImportModelJob(1, JobId.random(), Priority.ROUTINE, store.put(model), form);
    }

    private static ForeignModel form(Task task, int labels, String mode, String activation) {
        List<LabelDefinition> definitions = new ArrayList<>();
        for (int value = 0; value < labels; value++) {
            definitions.add(new LabelDefinition(value, "label " + value, Optional.empty()));
        }
        return new ForeignModel(
                "foreign",
                "another tool 1.0",
                task,
                definitions,
                Map.of("schemaVersion", 1, "steps", List.of()),
                Map.of("mode", mode, "patchSize", List.of(24, 16, 8), "activation", activation, "cleanup", "NONE"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "tests");
    }

    private static ForeignModel with(ForeignModel form, String output) {
        return new ForeignModel(
                form.name(),
                form.origin(),
                form.task(),
                form.labels(),
                form.recipe(),
                form.inference(),
                form.input(),
                Optional.of(output),
                form.operatingPoint(),
                form.intendedUse());
    }
}
