package org.roentgen.network.optimizer;

import java.util.List;

/** How a training step changes the parameters. The learning rate is an input of the step. */
public sealed interface Optimizer permits Adam, AdamW, Sgd {
    /** Names of the tensors kept for each parameter, each of the parameter's shape and zero at the start. */
    List<String> slots();

    /**
     * The TorchScript statement of one update. It may refer to the lists {@code parameters}, {@code gradients},
     * {@code steps}, one list named after each slot, and to the float {@code rate}.
     */
    String torchScript();
}
