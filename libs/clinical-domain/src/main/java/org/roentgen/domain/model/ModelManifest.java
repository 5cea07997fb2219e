package org.roentgen.domain.model;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.roentgen.domain.TrainingRunId;
import org.roentgen.domain.dataset.LabelDefinition;
import org.roentgen.domain.dataset.Task;
import org.roentgen.domain.object.ObjectId;

/**
 * {@code manifest.json} of a model package.
 *
 * @param recipe the preprocessing recipe, used unchanged at inference
 * @param inference how to run it: {@code mode} (whole, sliding-window, slice-wise), {@code patchSize}, {@code overlap},
 *     {@code activation} (softmax, sigmoid, none), {@code keepLargestComponent}
 * @param software versions of what it was made with: Java, DJL, PyTorch, ONNX Runtime; older packages name none
 * @param operatingPoint probability from which a class is called positive
 */
public record ModelManifest(
        int schemaVersion,
        String name,
        Task task,
        String network,
        List<TensorDescription> inputs,
        List<TensorDescription> outputs,
        List<LabelDefinition> labels,
        Map<String, Object> recipe,
        Map<String, Object> inference,
        Optional<Double> operatingPoint,
        ObjectId datasetManifest,
        TrainingRunId trainingRun,
        ParityReport parity,
        String codeVersion,
        Map<String, String> software,
        String intendedUse,
        List<String> warnings,
        Instant createdAt) {
    public ModelManifest {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        labels = List.copyOf(labels);
        software = software == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(software));
        warnings = List.copyOf(warnings);
    }
}
