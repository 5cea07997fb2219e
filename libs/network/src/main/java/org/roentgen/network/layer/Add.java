package org.roentgen.network.layer;

import java.util.List;
import org.roentgen.network.FeatureShape;
import org.roentgen.network.InvalidNetworkException;

/** Sum of two inputs of equal shape: the joint of a residual connection. */
public record Add() implements Layer {
    @Override
    public FeatureShape outputShape(List<FeatureShape> inputs) {
        if (inputs.size() != 2 || !inputs.get(0).equals(inputs.get(1))) {
            throw new InvalidNetworkException("needs 2 inputs of the same shape, but has " + inputs);
        }
        return inputs.getFirst();
    }

    @Override
    public String torchScript(TorchScriptScope scope) {
        return "torch.add(" + scope.input(0) + ", " + scope.input(1) + ")";
    }

    @Override
    public String onnx(OnnxScope scope) {
        return scope.node("Add", List.of(scope.input(0), scope.input(1)));
    }
}
