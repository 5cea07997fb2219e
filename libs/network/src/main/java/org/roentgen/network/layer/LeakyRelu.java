package org.roentgen.network.layer;

import java.util.List;
import org.roentgen.network.FeatureShape;

/** Rectifier that passes negative values times {@code slope}. */
public record LeakyRelu(double slope) implements Layer {
    @Override
    public FeatureShape outputShape(List<FeatureShape> inputs) {
        return Layer.single(inputs);
    }

    @Override
    public String torchScript(TorchScriptScope scope) {
        return "torch.leaky_relu(" + scope.input(0) + ", " + slope + ")";
    }

    @Override
    public String onnx(OnnxScope scope) {
        return scope.node("LeakyRelu", List.of(scope.input(0)), OnnxAttributes.number("alpha", slope));
    }
}
