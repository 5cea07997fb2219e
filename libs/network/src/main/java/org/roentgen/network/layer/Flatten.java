package org.roentgen.network.layer;

import java.util.List;
import org.roentgen.network.FeatureShape;

/** Puts channels and spatial axes in one vector, in row-major order. */
public record Flatten() implements Layer {
    @Override
    public FeatureShape outputShape(List<FeatureShape> inputs) {
        return FeatureShape.of(Layer.single(inputs).elements());
    }

    @Override
    public boolean fixesSpatialSize(List<FeatureShape> inputs) {
        return Layer.single(inputs).rank() > 0;
    }

    @Override
    public String torchScript(TorchScriptScope scope) {
        return "torch.flatten(" + scope.input(0) + ", 1, -1)";
    }

    @Override
    public String onnx(OnnxScope scope) {
        return scope.node("Flatten", List.of(scope.input(0)), OnnxAttributes.integer("axis", 1));
    }
}
