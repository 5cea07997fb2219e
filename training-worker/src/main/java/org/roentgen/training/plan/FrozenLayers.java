package org.roentgen.training.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.roentgen.network.Network;
import org.roentgen.network.Node;

/** Layers by what their names start with. */
final class FrozenLayers {
    private FrozenLayers() {}

    /** @throws org.roentgen.domain.error.RoentgenException when a name fits no layer, naming those that have weights */
    static Set<String> of(Network network, List<String> beginnings) {
        Set<String> frozen = new HashSet<>();
        for (String beginning : beginnings) {
            List<String> found = network.nodes().stream()
                    .map(Node::name)
                    .filter(name -> !beginning.isEmpty() && name.startsWith(beginning))
                    .toList();
            if (found.isEmpty()) {
                throw Options.invalid("No layer's name starts with '" + beginning + "', so it cannot be frozen; layers"
                        + " with weights start with " + beginnings(network));
            }
            frozen.addAll(found);
        }
        return frozen;
    }

    /** What stands before the first underscore: stages of the larger networks, layers of the small ones. */
    private static Set<String> beginnings(Network network) {
        Set<String> beginnings = new TreeSet<>();
        network.nodes().stream()
                .filter(node -> !node.tensors().isEmpty())
                .map(node -> node.name().split("_", -1)[0])
                .forEach(beginnings::add);
        return beginnings;
    }
}
