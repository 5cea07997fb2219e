package org.roentgen.network.layer;

import java.util.List;
import org.roentgen.network.FeatureShape;
import org.roentgen.network.Initializer;
import org.roentgen.network.TensorSpec;

/** Batch normalisation (Ioffe and Szegedy 2015) with running statistics for evaluation. */
public record BatchNorm(double momentum, double epsilon) implements Layer {
    public static BatchNorm standard() {
        return new BatchNorm(0.1, 1e-5);
    }

    @Override
    public FeatureShape outputShape(List<FeatureShape> inputs) {
        return Layer.single(inputs);
    }

    @Override
    public List<TensorSpec> tensors(List<FeatureShape> inputs) {
        List<Integer> shape = List.of(Layer.single(inputs).channels());
        return List.of(
                TensorSpec.parameter("weight", shape, Initializer.ONE),
                TensorSpec.parameter("bias", shape, Initializer.ZERO),
                TensorSpec.buffer("running_mean", shape, Initializer.ZERO),
                TensorSpec.buffer("running_var", shape, Initializer.ONE));
    }

    @Override
    public String torchScript(TorchScriptScope scope) {
        return "torch.batch_norm(" + scope.input(0) + ", " + scope.tensor("weight") + ", " + scope.tensor("bias") + ", "
                + scope.tensor("running_mean") + ", " + scope.tensor("running_var") + ", "
                + (scope.training() ? "True" : "False") + ", " + momentum + ", " + epsilon + ", False)";
    }

    @Override
    public String onnx(OnnxScope scope) {
        List<String> inputs = List.of(
                scope.input(0),
                scope.tensor("weight"),
                scope.tensor("bias"),
                scope.tensor("running_mean"),
                scope.tensor("running_var"));
        return scope.node("BatchNormalization", inputs, OnnxAttributes.number("epsilon", epsilon));
    }
}
