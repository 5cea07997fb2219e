package org.roentgen.network;

import java.util.List;

/** A tensor that a layer, a loss or an optimiser owns. Parameters get gradients, buffers do not. */
public record TensorSpec(String name, List<Integer> shape, Role role, Initializer initializer) {
    public enum Role {
        PARAMETER,
        BUFFER
    }

    public TensorSpec {
        shape = List.copyOf(shape);
    }

    public static TensorSpec parameter(String name, List<Integer> shape, Initializer initializer) {
        return new TensorSpec(name, shape, Role.PARAMETER, initializer);
    }

    public static TensorSpec buffer(String name, List<Integer> shape, Initializer initializer) {
        return new TensorSpec(name, shape, Role.BUFFER, initializer);
    }

    public boolean isParameter() {
        return role == Role.PARAMETER;
    }

    public TensorSpec named(String newName) {
        return new TensorSpec(newName, shape, role, initializer);
    }
}
