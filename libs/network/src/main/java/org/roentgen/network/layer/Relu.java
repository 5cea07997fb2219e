package org.roentgen.network.layer;

import java.util.List;
import org.roentgen.network.FeatureShape;

/** Rectifier: the larger of the value and 0. */
public record Relu() implements Layer {
    @Override
    public FeatureShape outputShape(List<FeatureShape> inputs) {
        return Layer.single(inputs);
    }

    @Override
    public String torchScript(TorchScriptScope scope) {
        return "torch.relu(" + scope.input(0) + ")";
    }

    @Override
    public String onnx(OnnxScope scope) {
        return scope.node("Relu", List.of(scope.input(0)));
    }
}
