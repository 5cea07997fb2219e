package org.roentgen.network;

import java.util.List;
import org.roentgen.network.layer.Layer;

/**
 * A layer in its place in the graph.
 *
 * @param name unique in the network; names its tensors too
 * @param inputs names of the nodes read, {@link Network#INPUT} for the network's input
 * @param inputShapes inferred shapes of the inputs, in order
 * @param shape inferred shape of the output
 */
public record Node(String name, Layer layer, List<String> inputs, List<FeatureShape> inputShapes, FeatureShape shape) {
    public Node {
        inputs = List.copyOf(inputs);
        inputShapes = List.copyOf(inputShapes);
    }

    public String tensorName(String localName) {
        return name + "_" + localName;
    }

    /** Tensors of this layer with names that are unique in the network. */
    public List<TensorSpec> tensors() {
        return layer.tensors(inputShapes).stream()
                .map(spec -> spec.named(tensorName(spec.name())))
                .toList();
    }
}
