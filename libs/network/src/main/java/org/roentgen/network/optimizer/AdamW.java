package org.roentgen.network.optimizer;

import java.util.List;

/** Adam with decoupled weight decay (Loshchilov and Hutter 2019). */
public record AdamW(double beta1, double beta2, double epsilon, double weightDecay) implements Optimizer {
    public static AdamW standard() {
        return new AdamW(0.9, 0.999, 1e-8, 0.01);
    }

    @Override
    public List<String> slots() {
        return FusedAdam.SLOTS;
    }

    @Override
    public String torchScript() {
        return FusedAdam.statement("_fused_adamw_", beta1, beta2, epsilon, weightDecay);
    }
}
