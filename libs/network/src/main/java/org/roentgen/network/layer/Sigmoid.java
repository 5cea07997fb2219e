package org.roentgen.network.layer;

import java.util.List;
import org.roentgen.network.FeatureShape;

/** Squashes each value to between 0 and 1. */
public record Sigmoid() implements Layer {
    @Override
    public FeatureShape outputShape(List<FeatureShape> inputs) {
        return Layer.single(inputs);
    }

    @Override
    public String torchScript(TorchScriptScope scope) {
        return "torch.sigmoid(" + scope.input(0) + ")";
    }

    @Override
    public String onnx(OnnxScope scope) {
        return scope.node("Sigmoid", List.of(scope.input(0)));
    }
}
