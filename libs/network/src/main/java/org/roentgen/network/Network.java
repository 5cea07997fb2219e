package org.roentgen.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.roentgen.network.layer.Conv;
import org.roentgen.network.layer.Layer;
import org.roentgen.network.layer.Linear;

/**
 * A feed-forward network: layers wired as a graph, in an order in which each layer follows its inputs. Shapes are
 * inferred and checked while it is built, so a network that exists can be emitted.
 */
public record Network(FeatureShape input, List<Node> nodes, List<Auxiliary> auxiliaries) {
    /** Name of the network's input among the inputs of a node. */
    public static final String INPUT = "input";

    public Network {
        nodes = List.copyOf(nodes);
        auxiliaries = List.copyOf(auxiliaries);
        if (nodes.isEmpty()) {
            throw new InvalidNetworkException("A network needs at least one layer");
        }
        for (Auxiliary auxiliary : auxiliaries) {
            check(auxiliary, shapeOf(nodes, auxiliary.node()), nodes.getLast().shape());
        }
    }

    private static FeatureShape shapeOf(List<Node> nodes, String name) {
        return nodes.stream()
                .filter(node -> node.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new InvalidNetworkException("No layer is named '" + name + "' for an auxiliary output"))
                .shape();
    }

    private static void check(Auxiliary auxiliary, FeatureShape shape, FeatureShape output) {
        boolean fits = shape.channels() == output.channels() && shape.rank() == output.rank();
        for (int axis = 0; fits && axis < shape.rank(); axis++) {
            fits = output.spatial().get(axis) % shape.spatial().get(axis) == 0;
        }
        if (!fits) {
            throw new InvalidNetworkException("Auxiliary output '" + auxiliary.node() + "' of shape " + shape
                    + " must have the channels of the output " + output + " and sizes that divide its sizes");
        }
    }

    public FeatureShape shapeOf(Auxiliary auxiliary) {
        return shapeOf(nodes, auxiliary.node());
    }

    /** The network without what only training needs: auxiliary outputs, and all that the output does not depend on. */
    public Network served() {
        Set<String> needed = new HashSet<>(Set.of(output().name()));
        List<Node> kept = new ArrayList<>();
        for (Node node : nodes.reversed()) {
            if (needed.contains(node.name())) {
                needed.addAll(node.inputs());
                kept.addFirst(node);
            }
        }
        return new Network(input, kept, List.of());
    }

    public static Builder builder(FeatureShape input) {
        return new Builder(input);
    }

    /** The last node is the network's output. */
    public Node output() {
        return nodes.getLast();
    }

    public List<TensorSpec> tensors() {
        return nodes.stream().flatMap(node -> node.tensors().stream()).toList();
    }

    public long parameterCount() {
        return tensors().stream()
                .filter(TensorSpec::isParameter)
                .mapToLong(spec -> Tensor.elements(spec.shape()))
                .sum();
    }

    /** Whether the spatial sizes of the input may differ from the declared ones at run time. */
    public boolean acceptsAnySpatialSize() {
        return nodes.stream().noneMatch(node -> node.layer().fixesSpatialSize(node.inputShapes()));
    }

    /**
     * The state whose output is the given state's output times a factor, where the last layer is linear; else the state itself.
     */
    public TensorState withScaledOutput(TensorState state, double factor) {
        if (!(output().layer() instanceof Linear) && !(output().layer() instanceof Conv)) {
            return state;
        }
        Map<String, Tensor> tensors = new LinkedHashMap<>(state.tensors());
        for (TensorSpec spec : output().tensors()) {
            float[] values = state.get(spec.name()).values().clone();
            for (int index = 0; index < values.length; index++) {
                values[index] = (float) (values[index] * factor);
            }
            tensors.put(spec.name(), new Tensor(spec.shape(), values));
        }
        return new TensorState(tensors);
    }

    /** Initial values of all tensors; the same seed gives the same values on every machine. */
    public TensorState initialState(long seed) {
        return initialState(tensors(), seed);
    }

    /** Initial values of the given tensors; each has a random stream of its own, so that order does not matter. */
    public static TensorState initialState(List<TensorSpec> specs, long seed) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (TensorSpec spec : specs) {
            Random random = new Random(seed * 1_000_003L + spec.name().hashCode());
            tensors.put(spec.name(), spec.initializer().create(spec.shape(), random));
        }
        return new TensorState(tensors);
    }

    /** Wires layers one after another; each {@code add} returns the name to read its output by. */
    public static final class Builder {
        private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

        private final FeatureShape input;
        private final List<Node> nodes = new ArrayList<>();
        private final List<Auxiliary> auxiliaries = new ArrayList<>();
        private final Map<String, FeatureShape> shapes = new HashMap<>();

        private Builder(FeatureShape input) {
            this.input = input;
            shapes.put(INPUT, input);
        }

        /** @throws InvalidNetworkException when the name is taken, an input is unknown, or the shapes do not fit */
        public String add(String name, Layer layer, String... inputs) {
            if (!NAME.matcher(name).matches()) {
                throw new InvalidNetworkException("Layer name '" + name + "' must match " + NAME.pattern());
            }
            List<FeatureShape> inputShapes = new ArrayList<>();
            for (String each : inputs) {
                inputShapes.add(shapeOf(each));
            }
            Node node = new Node(name, layer, List.of(inputs), inputShapes, infer(name, layer, inputShapes));
            if (shapes.putIfAbsent(name, node.shape()) != null) {
                throw new InvalidNetworkException("Layer name '" + name + "' is used twice; choose another");
            }
            nodes.add(node);
            return name;
        }

        /** Makes the output of a layer a second output that only training looks at. */
        public void auxiliary(String name, double weight) {
            auxiliaries.add(new Auxiliary(name, weight));
        }

        public FeatureShape shapeOf(String name) {
            FeatureShape shape = shapes.get(name);
            if (shape == null) {
                throw new InvalidNetworkException("No layer is named '" + name + "'; add it before it is read");
            }
            return shape;
        }

        private static FeatureShape infer(String name, Layer layer, List<FeatureShape> inputs) {
            try {
                return layer.outputShape(inputs);
            } catch (InvalidNetworkException e) {
                throw new InvalidNetworkException("Layer '" + name + "' (" + layer + "): " + e.getMessage(), e);
            }
        }

        public Network build() {
            return new Network(input, nodes, auxiliaries);
        }
    }
}
