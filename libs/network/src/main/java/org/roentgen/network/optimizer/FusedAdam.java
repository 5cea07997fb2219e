package org.roentgen.network.optimizer;

import java.util.List;

/** The engine's fused kernels of the Adam family share one signature. */
final class FusedAdam {
    static final List<String> SLOTS = List.of("first_moment", "second_moment");

    private FusedAdam() {}

    static String statement(String kernel, double beta1, double beta2, double epsilon, double weightDecay) {
        return "torch." + kernel + "(parameters, gradients, first_moment, second_moment, annotate(List[Tensor], []),"
                + " steps, lr=rate, beta1=" + beta1 + ", beta2=" + beta2 + ", weight_decay=" + weightDecay + ", eps="
                + epsilon + ", amsgrad=False, maximize=False)";
    }
}
