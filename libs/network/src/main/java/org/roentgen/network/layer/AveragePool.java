package org.roentgen.network.layer;

import java.util.List;
import org.roentgen.network.FeatureShape;

/** Mean of each window; padding counts as zeros. */
public record AveragePool(Window window) implements Layer {
    @Override
    public FeatureShape outputShape(List<FeatureShape> inputs) {
        FeatureShape input = Layer.spatial(inputs);
        return new FeatureShape(input.channels(), window.slide(input.spatial()));
    }

    @Override
    public String torchScript(TorchScriptScope scope) {
        return "torch.avg_pool" + window.rank() + "d(" + scope.input(0) + ", " + window.kernel() + ", "
                + window.stride() + ", " + window.padding() + ", False, True, None)";
    }

    @Override
    public String onnx(OnnxScope scope) {
        return scope.node(
                "AveragePool",
                List.of(scope.input(0)),
                OnnxAttributes.ints("kernel_shape", window.kernel()),
                OnnxAttributes.ints("strides", window.stride()),
                OnnxAttributes.ints("pads", window.onnxPads()),
                OnnxAttributes.integer("count_include_pad", 1));
    }
}
