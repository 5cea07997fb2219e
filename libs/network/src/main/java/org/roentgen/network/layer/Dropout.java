package org.roentgen.network.layer;

import java.util.List;
import org.roentgen.network.FeatureShape;
import org.roentgen.network.InvalidNetworkException;

/**
 * Drops each value with probability {@code rate} while training and scales the rest by 1 / (1 - rate). Its random
 * numbers come from a generator of its own, so that two trainings in one process do not disturb each other and a
 * resumed training repeats them.
 */
public record Dropout(double rate) implements Layer {
    public Dropout {
        if (!(rate >= 0 && rate < 1)) {
            throw new InvalidNetworkException("dropout rate (" + rate + ") must be at least 0 and below 1");
        }
    }

    @Override
    public FeatureShape outputShape(List<FeatureShape> inputs) {
        return Layer.single(inputs);
    }

    @Override
    public String torchScript(TorchScriptScope scope) {
        if (!scope.training() || rate == 0) {
            return scope.input(0);
        }
        double kept = 1 - rate;
        String probabilities = scope.keep("torch.full_like(" + scope.input(0) + ", " + kept + ")");
        String mask = scope.keep("torch.bernoulli(" + probabilities + ", generator=" + scope.generator() + ")");
        return "torch.mul(" + scope.input(0) + ", torch.div(" + mask + ", " + kept + "))";
    }

    @Override
    public String onnx(OnnxScope scope) {
        return scope.input(0);
    }
}
