package org.roentgen.network.layer;

import java.util.List;
import org.roentgen.network.FeatureShape;

/** Sigmoid-weighted linear unit, also called Swish (Ramachandran et al. 2017): x times its sigmoid. */
public record Silu() implements Layer {
    @Override
    public FeatureShape outputShape(List<FeatureShape> inputs) {
        return Layer.single(inputs);
    }

    @Override
    public String torchScript(TorchScriptScope scope) {
        return "torch.silu(" + scope.input(0) + ")";
    }

    @Override
    public String onnx(OnnxScope scope) {
        String gate = scope.node("Sigmoid", List.of(scope.input(0)));
        return scope.node("Mul", List.of(scope.input(0), gate));
    }
}
