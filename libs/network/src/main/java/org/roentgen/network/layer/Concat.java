package org.roentgen.network.layer;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.roentgen.network.FeatureShape;
import org.roentgen.network.InvalidNetworkException;

/** Joins inputs of equal spatial sizes along the channels. */
public record Concat() implements Layer {
    @Override
    public FeatureShape outputShape(List<FeatureShape> inputs) {
        if (inputs.size() < 2) {
            throw new InvalidNetworkException("needs at least 2 inputs, but has " + inputs.size());
        }
        FeatureShape first = inputs.getFirst();
        if (inputs.stream().anyMatch(input -> !input.spatial().equals(first.spatial()))) {
            throw new InvalidNetworkException("inputs differ in spatial sizes: " + inputs
                    + "; use an input size that all down-sampling steps divide");
        }
        return first.withChannels(
                inputs.stream().mapToInt(FeatureShape::channels).sum());
    }

    @Override
    public String torchScript(TorchScriptScope scope) {
        return IntStream.range(0, scope.inputs())
                .mapToObj(scope::input)
                .collect(Collectors.joining(", ", "torch.cat([", "], 1)"));
    }

    @Override
    public String onnx(OnnxScope scope) {
        List<String> inputs =
                IntStream.range(0, scope.inputs()).mapToObj(scope::input).toList();
        return scope.node("Concat", inputs, OnnxAttributes.integer("axis", 1));
    }
}
