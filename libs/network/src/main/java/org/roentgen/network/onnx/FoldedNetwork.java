package org.roentgen.network.onnx;

import org.roentgen.network.Network;
import org.roentgen.network.TensorState;

/** A network for serving with the values of its tensors. */
public record FoldedNetwork(Network network, TensorState state) {}
