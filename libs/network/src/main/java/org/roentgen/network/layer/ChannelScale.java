package org.roentgen.network.layer;

import java.util.List;
import java.util.stream.LongStream;
import org.roentgen.network.FeatureShape;
import org.roentgen.network.InvalidNetworkException;

/** Multiplies each channel of the first input by its value in the second, a vector: the joint of squeeze and excitation. */
public record ChannelScale() implements Layer {
    @Override
    public FeatureShape outputShape(List<FeatureShape> inputs) {
        if (inputs.size() != 2
                || inputs.get(0).rank() < 2
                || inputs.get(1).rank() != 0
                || inputs.get(0).channels() != inputs.get(1).channels()) {
            throw new InvalidNetworkException(
                    "needs an image or a volume, and a vector of as many channels, but has " + inputs);
        }
        return inputs.getFirst();
    }

    @Override
    public String torchScript(TorchScriptScope scope) {
        String factors = scope.input(1);
        for (int axis = 0; axis < scope.inputShape(0).rank(); axis++) {
            factors = "torch.unsqueeze(" + factors + ", -1)";
        }
        return "torch.mul(" + scope.input(0) + ", " + factors + ")";
    }

    @Override
    public String onnx(OnnxScope scope) {
        List<Long> axes =
                LongStream.range(2, scope.inputShape(0).rank() + 2L).boxed().toList();
        String factors = scope.node("Unsqueeze", List.of(scope.input(1), scope.integers("axes", axes)));
        return scope.node("Mul", List.of(scope.input(0), factors));
    }
}
