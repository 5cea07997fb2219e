package org.roentgen.network.layer;

import java.util.Collections;
import java.util.List;
import org.roentgen.network.FeatureShape;

/** Largest value in each window. */
public record MaxPool(Window window) implements Layer {
    /** Divides each spatial size by {@code factor}, with kernel = stride = factor. */
    public static MaxPool by(List<Integer> factor) {
        return new MaxPool(new Window(factor, factor, Collections.nCopies(factor.size(), 0)));
    }

    @Override
    public FeatureShape outputShape(List<FeatureShape> inputs) {
        FeatureShape input = Layer.spatial(inputs);
        return new FeatureShape(input.channels(), window.slide(input.spatial()));
    }

    @Override
    public String torchScript(TorchScriptScope scope) {
        return "torch.max_pool" + window.rank() + "d(" + scope.input(0) + ", " + window.kernel() + ", "
                + window.stride() + ", " + window.padding() + ", " + Collections.nCopies(window.rank(), 1)
                + ", False)";
    }

    @Override
    public String onnx(OnnxScope scope) {
        return scope.node(
                "MaxPool",
                List.of(scope.input(0)),
                OnnxAttributes.ints("kernel_shape", window.kernel()),
                OnnxAttributes.ints("strides", window.stride()),
                OnnxAttributes.ints("pads", window.onnxPads()));
    }
}
