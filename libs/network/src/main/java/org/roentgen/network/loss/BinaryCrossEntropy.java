package org.roentgen.network.loss;

import java.util.List;
import org.roentgen.network.FeatureShape;
import org.roentgen.network.Initializer;
import org.roentgen.network.InvalidNetworkException;
import org.roentgen.network.TensorSpec;

/**
 * Cross-entropy of independent logits, for findings that may be present together; targets are 0 or 1 for each channel.
 *
 * @param positiveWeights how much more a finding counts where it is present, one for each channel; empty for equal weights
 */
public record BinaryCrossEntropy(List<Float> positiveWeights) implements Loss {
    private static final String WEIGHT = "loss_positive_weight";

    public BinaryCrossEntropy {
        positiveWeights = List.copyOf(positiveWeights);
    }

    public static BinaryCrossEntropy unweighted() {
        return new BinaryCrossEntropy(List.of());
    }

    @Override
    public void check(FeatureShape output) {
        if (!positiveWeights.isEmpty() && (output.rank() > 0 || positiveWeights.size() != output.channels())) {
            throw new InvalidNetworkException("Binary cross-entropy has " + positiveWeights.size()
                    + " weights, but the network's output is " + output + "; give one weight for each finding");
        }
    }

    @Override
    public boolean hasTargetPerChannel() {
        return true;
    }

    @Override
    public List<TensorSpec> buffers() {
        if (positiveWeights.isEmpty()) {
            return List.of();
        }
        return List.of(
                TensorSpec.buffer(WEIGHT, List.of(positiveWeights.size()), new Initializer.Values(positiveWeights)));
    }

    @Override
    public String torchScript(LossScope scope) {
        String weight = positiveWeights.isEmpty() ? "None" : scope.buffer(WEIGHT);
        return "torch.binary_cross_entropy_with_logits(" + scope.output() + ", torch.to(" + scope.target()
                + ", 6), None, " + weight + ")";
    }
}
