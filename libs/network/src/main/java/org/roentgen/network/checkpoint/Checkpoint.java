package org.roentgen.network.checkpoint;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.roentgen.network.TensorState;

/** A training at a point in time: its tensors and what else is needed to go on, as text by name. */
public record Checkpoint(Map<String, String> properties, TensorState state) {
    public Checkpoint {
        properties = Collections.unmodifiableMap(new TreeMap<>(properties));
    }

    /** @throws IllegalArgumentException when there is no such property */
    public String property(String name) {
        String value = properties.get(name);
        if (value == null) {
            throw new IllegalArgumentException(
                    "Checkpoint has no property '" + name + "'; it has " + properties.keySet());
        }
        return value;
    }
}
