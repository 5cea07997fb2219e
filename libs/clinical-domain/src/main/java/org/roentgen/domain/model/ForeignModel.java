package org.roentgen.domain.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.roentgen.domain.dataset.LabelDefinition;
import org.roentgen.domain.dataset.Task;

/**
 * What a person says of an ONNX model that was trained elsewhere.
 *
 * @param name of the model that gets a version
 * @param origin where it comes from, such as PyTorch, MONAI or nnU-Net and its version
 * @param labels one for each channel of the output, in its order
 * @param recipe preprocessing as the JSON of {@code libs/imaging}
 * @param inference how to run it, as in {@link ModelManifest}; {@code activation} is SOFTMAX for logits and NONE for probabilities
 * @param input name of the model's input; empty: it has one only
 * @param output name of the model's output; empty: the first
 * @param operatingPoint probability from which a class is called positive
 */
public record ForeignModel(
        String name,
        String origin,
        Task task,
        List<LabelDefinition> labels,
        Map<String, Object> recipe,
        Map<String, Object> inference,
        Optional<String> input,
        Optional<String> output,
        Optional<Double> operatingPoint,
        String intendedUse) {
    public ForeignModel {
        labels = List.copyOf(labels);
    }
}
