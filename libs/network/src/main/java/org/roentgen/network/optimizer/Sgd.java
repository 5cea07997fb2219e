package org.roentgen.network.optimizer;

import java.util.List;

/** Stochastic gradient descent with momentum; weight decay is added to the gradient. */
public record Sgd(double momentum, boolean nesterov, double weightDecay) implements Optimizer {
    public static Sgd standard() {
        return new Sgd(0.9, true, 1e-4);
    }

    @Override
    public List<String> slots() {
        return momentum == 0 ? List.of() : List.of("velocity");
    }

    @Override
    public String torchScript() {
        String velocity = momentum == 0 ? "annotate(List[Tensor], [])" : "velocity";
        return "torch._fused_sgd_(parameters, gradients, " + velocity + ", weight_decay=" + weightDecay + ", momentum="
                + momentum + ", lr=rate, dampening=0., nesterov=" + (nesterov ? "True" : "False")
                + ", maximize=False, is_first_step=False)";
    }
}
