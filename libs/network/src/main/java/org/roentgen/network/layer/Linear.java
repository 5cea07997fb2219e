package org.roentgen.network.layer;

import java.util.ArrayList;
import java.util.List;
import org.roentgen.network.FeatureShape;
import org.roentgen.network.Initializer;
import org.roentgen.network.InvalidNetworkException;
import org.roentgen.network.TensorSpec;

/** Fully connected layer over a vector. Weight: units x features. */
public record Linear(int units, boolean bias) implements Layer {
    public Linear {
        if (units < 1) {
            throw new InvalidNetworkException("units (" + units + ") must be at least 1");
        }
    }

    @Override
    public FeatureShape outputShape(List<FeatureShape> inputs) {
        features(inputs);
        return FeatureShape.of(units);
    }

    private static int features(List<FeatureShape> inputs) {
        FeatureShape input = Layer.single(inputs);
        if (input.rank() != 0) {
            throw new InvalidNetworkException("needs a vector, but the input has spatial sizes " + input.spatial()
                    + "; put Flatten or GlobalAveragePool before it");
        }
        return input.channels();
    }

    @Override
    public List<TensorSpec> tensors(List<FeatureShape> inputs) {
        int features = features(inputs);
        List<TensorSpec> tensors = new ArrayList<>();
        tensors.add(TensorSpec.parameter("weight", List.of(units, features), new Initializer.HeNormal(features)));
        if (bias) {
            tensors.add(TensorSpec.parameter("bias", List.of(units), Initializer.ZERO));
        }
        return tensors;
    }

    @Override
    public String torchScript(TorchScriptScope scope) {
        String biasTerm = bias ? scope.compute(scope.tensor("bias")) : "None";
        return "torch.linear(" + scope.compute(scope.input(0)) + ", " + scope.compute(scope.tensor("weight")) + ", "
                + biasTerm + ")";
    }

    @Override
    public String onnx(OnnxScope scope) {
        List<String> inputs = new ArrayList<>(List.of(scope.input(0), scope.tensor("weight")));
        if (bias) {
            inputs.add(scope.tensor("bias"));
        }
        return scope.node("Gemm", inputs, OnnxAttributes.integer("transB", 1));
    }
}
