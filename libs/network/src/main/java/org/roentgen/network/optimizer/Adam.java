package org.roentgen.network.optimizer;

import java.util.List;

/** Adam (Kingma and Ba 2015); weight decay is added to the gradient. */
public record Adam(double beta1, double beta2, double epsilon, double weightDecay) implements Optimizer {
    public static Adam standard() {
        return new Adam(0.9, 0.999, 1e-8, 0);
    }

    @Override
    public List<String> slots() {
        return FusedAdam.SLOTS;
    }

    @Override
    public String torchScript() {
        return FusedAdam.statement("_fused_adam_", beta1, beta2, epsilon, weightDecay);
    }
}
