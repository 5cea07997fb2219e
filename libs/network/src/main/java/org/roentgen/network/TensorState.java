package org.roentgen.network;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Named tensors in a fixed order: the weights, the statistics and the optimiser's memory of a training. */
public record TensorState(Map<String, Tensor> tensors) {
    public TensorState {
        tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
    }

    /** @throws IllegalArgumentException when no tensor has this name */
    public Tensor get(String name) {
        Tensor tensor = tensors.get(name);
        if (tensor == null) {
            throw new IllegalArgumentException("Tensor '" + name + "' is not in the state; it holds " + tensors.size()
                    + " tensors of another network");
        }
        return tensor;
    }
}
