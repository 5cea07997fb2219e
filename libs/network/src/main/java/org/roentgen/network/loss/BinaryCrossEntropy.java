package org.roentgen.network.loss;

import org.roentgen.network.FeatureShape;

/** Cross-entropy of independent logits, for findings that may be present together; targets are 0 to 1 for each channel. */
public record BinaryCrossEntropy() implements Loss {
    @Override
    public void check(FeatureShape output) {
        // Every output shape can be read as independent logits.
    }

    @Override
    public String torchScript(LossScope scope) {
        return "torch.binary_cross_entropy_with_logits(" + scope.output() + ", torch.to(" + scope.target() + ", 6))";
    }
}
