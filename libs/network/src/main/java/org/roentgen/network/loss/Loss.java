package org.roentgen.network.loss;

import java.util.List;
import org.roentgen.network.FeatureShape;
import org.roentgen.network.InvalidNetworkException;
import org.roentgen.network.TensorSpec;

/** What a training minimises, as one scalar for a batch. */
public sealed interface Loss permits BinaryCrossEntropy, CrossEntropy, FocalLoss, OverlapCrossEntropy {
    /** @throws InvalidNetworkException when a network with this output cannot be trained with this loss */
    void check(FeatureShape output);

    /** Whether targets have the shape of the output, 0 or 1 for each channel; else they are class indices. */
    default boolean hasTargetPerChannel() {
        return false;
    }

    /** Constants of the loss, kept with the module so that they follow it to its device. */
    default List<TensorSpec> buffers() {
        return List.of();
    }

    /** A TorchScript expression of the loss. */
    String torchScript(LossScope scope);
}
