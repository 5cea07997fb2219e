package org.roentgen.inference;

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
import org.roentgen.domain.object.ObjectDirectory;
import org.roentgen.domain.object.ObjectId;
import org.roentgen.domain.object.ObjectStore;
import org.roentgen.network.FeatureShape;
import org.roentgen.network.Network;
import org.roentgen.network.Tensor;
import org.roentgen.network.TensorState;
import org.roentgen.network.layer.Conv;
import org.roentgen.network.onnx.OnnxEmitter;
import org.roentgen.network.onnx.OnnxExport;

/** A model whose answer is known: every voxel above a threshold is its one label. */
public final class ThresholdModel {
    private ThresholdModel() {}

    public static ObjectId store(ObjectStore objects, ObjectMapper json, float threshold, PrivateKey key)
            throws IOException {
        Map<String, ObjectId> entries = new HashMap<>();
        entries.put(ModelPackage.MODEL, objects.put(network(threshold)));
        entries.put(ModelPackage.MANIFEST, objects.put(json.writeValueAsBytes(manifest(objects))));
        entries.put(ModelPackage.EVALUATION, objects.put("{}".getBytes(StandardCharsets.UTF_8)));
        entries.put(ModelPackage.CARD, objects.put("# Threshold".getBytes(StandardCharsets.UTF_8)));
        entries.put(ModelPackage.SIGNATURE, objects.put(PackageSignature.sign(new ObjectDirectory(entries), key)));
        return objects.put(json.writeValueAsBytes(new ObjectDirectory(entries)));
    }

    /** Scores (threshold, value): the second is larger exactly above the threshold. */
    private static byte[] network(float threshold) {
        Network.Builder builder = Network.builder(FeatureShape.of(1, 8, 8, 8));
        builder.add("scores", Conv.same(2, 3, 1, true), Network.INPUT);
        Network network = builder.build();
        Map<String, Tensor> tensors = new HashMap<>();
        network.tensors()
                .forEach(spec -> tensors.put(
                        spec.name(),
                        spec.name().endsWith("weight")
                                ? new Tensor(spec.shape(), new float[] {0, 1})
                                : new Tensor(spec.shape(), new float[] {threshold, 0})));
        return OnnxEmitter.emit(network, new TensorState(tensors), OnnxExport.standard());
    }

    private static ModelManifest manifest(ObjectStore objects) throws IOException {
        return new ModelManifest(
                1,
                "threshold",
                Task.SEGMENTATION,
                "conv",
                List.of(),
                List.of(),
                List.of(
                        new LabelDefinition(0, "background", Optional.empty()),
                        new LabelDefinition(1, "bright", Optional.empty())),
                Map.of("schemaVersion", 1, "steps", List.of()),
                Map.of("mode", "WHOLE", "activation", "SOFTMAX", "cleanup", "NONE"),
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
