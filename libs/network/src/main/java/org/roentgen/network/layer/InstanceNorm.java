package org.roentgen.network.layer;

import java.util.List;
import org.roentgen.network.FeatureShape;
import org.roentgen.network.Initializer;
import org.roentgen.network.TensorSpec;

/** Instance normalisation (Ulyanov et al. 2016) with learned scale and shift: each channel of each sample by itself. */
public record InstanceNorm(double epsilon) implements Layer {
    public static InstanceNorm standard() {
        return new InstanceNorm(1e-5);
    }

    @Override
    public FeatureShape outputShape(List<FeatureShape> inputs) {
        return Layer.spatial(inputs);
    }

    @Override
    public List<TensorSpec> tensors(List<FeatureShape> inputs) {
        List<Integer> shape = List.of(Layer.spatial(inputs).channels());
        return List.of(
                TensorSpec.parameter("weight", shape, Initializer.ONE),
                TensorSpec.parameter("bias", shape, Initializer.ZERO));
    }

    @Override
    public String torchScript(TorchScriptScope scope) {
        return "torch.instance_norm(" + scope.input(0) + ", " + scope.tensor("weight") + ", " + scope.tensor("bias")
                + ", None, None, True, 0.1, " + epsilon + ", False)";
    }

    @Override
    public String onnx(OnnxScope scope) {
        return scope.node(
                "InstanceNormalization",
                List.of(scope.input(0), scope.tensor("weight"), scope.tensor("bias")),
                OnnxAttributes.number("epsilon", epsilon));
    }
}
