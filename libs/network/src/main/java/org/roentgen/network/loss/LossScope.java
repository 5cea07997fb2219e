package org.roentgen.network.loss;

import org.roentgen.network.FeatureShape;

/** What a loss may refer to while it writes its TorchScript text. */
public interface LossScope {
    /** The network's output in float32: batch x channels x spatial axes. */
    String output();

    FeatureShape outputShape();

    /** The target: class indices (batch x spatial axes) or probabilities (as the output). */
    String target();

    /** Reference to a buffer of the loss. */
    String buffer(String name);

    /** Adds a statement that keeps an expression, and returns the variable's name. */
    String keep(String expression);
}
