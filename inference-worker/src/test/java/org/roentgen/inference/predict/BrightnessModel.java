package org.roentgen.inference.predict;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.roentgen.domain.TrainingRunId;
import org.roentgen.domain.dataset.LabelDefinition;
import org.roentgen.domain.dataset.Task;
import org.roentgen.domain.model.ModelManifest;
import org.roentgen.domain.model.ModelPackage;
import org.roentgen.domain.model.PackageSignature;
import org.roentgen.domain.model.ParityReport;
import org.roentgen.domain.model.TensorDescription;
import org.roentgen.domain.object.ObjectDirectory;
import org.roentgen.domain.object.ObjectId;
import org.roentgen.domain.object.ObjectStore;
import org.roentgen.network.FeatureShape;
import org.roentgen.network.Network;
import org.roentgen.network.Tensor;
import org.roentgen.network.TensorState;
import org.roentgen.network.layer.GlobalAveragePool;
import org.roentgen.network.layer.Linear;
import org.roentgen.network.onnx.OnnxEmitter;
import org.roentgen.network.onnx.OnnxExport;

/**
 * A classifier of 8 x 8 images whose answer is known: the odds of its second class are e to the power of mean - 100; where its labels
 * are findings that do not exclude each other, the odds of the second are e to the power of mean.
 */
final class BrightnessModel {
    static final int SIDE = 8;
    private static final float MIDDLE = 100;

    private BrightnessModel() {}

    static double probability(double mean) {
        return 1 / (1 + Math.exp(MIDDLE - mean));
    }

    static ObjectId store(ObjectStore objects, ObjectMapper json, PrivateKey key, Task task) throws IOException {
        Map<String, ObjectId> entries = new HashMap<>();
        entries.put(ModelPackage.MODEL, objects.put(network()));
        entries.put(ModelPackage.MANIFEST, objects.put(json.writeValueAsBytes(manifest(objects, task))));
        entries.put(ModelPackage.SIGNATURE, objects.put(PackageSignature.sign(new ObjectDirectory(entries), key)));
        return objects.put(json.writeValueAsBytes(new ObjectDirectory(entries)));
    }

    private static byte[] network() {
        Network.Builder builder = Network.builder(FeatureShape.of(1, SIDE, SIDE));
        builder.add("scores", new Linear(2, true), builder.add("pool", new GlobalAveragePool(), Network.INPUT));
        Network network = builder.build();
        Map<String, Tensor> tensors = new HashMap<>();
        network.tensors()
                .forEach(spec -> tensors.put(
                        spec.name(),
                        spec.name().endsWith("weight")
                                ? new Tensor(spec.shape(), new float[] {0, 1})
                                : new Tensor(spec.shape(), new float[] {MIDDLE, 0})));
        return OnnxEmitter.emit(network, new TensorState(tensors), OnnxExport.standard());
    }

    private static ModelManifest manifest(ObjectStore objects, Task task) throws IOException {
        return new ModelManifest(
                1,
                "brightness",
                task,
                "linear",
                List.of(new TensorDescription("input", "float32", List.of(-1L, 1L, (long) SIDE, (long) SIDE))),
                List.of(),
                List.of(
                        new LabelDefinition(0, "dark", Optional.empty()),
                        new LabelDefinition(1, "bright", Optional.empty())),
                Map.of("schemaVersion", 1, "steps", List.of()),
                Map.of(
                        "mode",
                        "WHOLE",
                        "activation",
                        task == Task.CLASSIFICATION ? "SOFTMAX" : "SIGMOID",
                        "cleanup",
                        "NONE"),
                Optional.empty(),
                objects.put("dataset".getBytes(StandardCharsets.UTF_8)),
                TrainingRunId.random(),
                new ParityReport(0, 1e-4, 1),
                "test",
                Map.of(),
                "test",
                List.of(),
                Instant.EPOCH);
    }
}
