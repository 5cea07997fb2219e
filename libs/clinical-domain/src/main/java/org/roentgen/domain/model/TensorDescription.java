package org.roentgen.domain.model;

import java.util.List;

/** A model input or output; a dimension of -1 is dynamic. */
public record TensorDescription(String name, String elementType, List<Long> shape) {
    public TensorDescription {
        shape = List.copyOf(shape);
    }
}
