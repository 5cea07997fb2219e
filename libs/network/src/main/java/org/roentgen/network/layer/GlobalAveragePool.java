package org.roentgen.network.layer;

import java.util.List;
import java.util.stream.IntStream;
import org.roentgen.network.FeatureShape;

/** Mean of each channel over all spatial axes: an image or a volume becomes a vector. */
public record GlobalAveragePool() implements Layer {
    @Override
    public FeatureShape outputShape(List<FeatureShape> inputs) {
        return FeatureShape.of(Layer.spatial(inputs).channels());
    }

    @Override
    public String torchScript(TorchScriptScope scope) {
        List<Integer> axes = IntStream.range(0, scope.inputShape(0).rank())
                .mapToObj(axis -> axis + 2)
                .toList();
        return "torch.mean(" + scope.input(0) + ", " + axes + ")";
    }

    @Override
    public String onnx(OnnxScope scope) {
        String pooled = scope.node("GlobalAveragePool", List.of(scope.input(0)));
        return scope.node("Flatten", List.of(pooled), OnnxAttributes.integer("axis", 1));
    }
}
