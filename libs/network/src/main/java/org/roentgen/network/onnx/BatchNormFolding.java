package org.roentgen.network.onnx;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.roentgen.network.Network;
import org.roentgen.network.Node;
import org.roentgen.network.Tensor;
import org.roentgen.network.TensorState;
import org.roentgen.network.layer.BatchNorm;
import org.roentgen.network.layer.Conv;

/**
 * Merges a BatchNorm into the convolution whose output only it reads: in evaluation both are affine, so the weights
 * are scaled by gamma / sqrt(variance + epsilon) and the bias takes the rest.
 */
public final class BatchNormFolding {
    private final Network network;
    private final TensorState state;
    private final Map<String, Node> byName = new HashMap<>();
    private final Map<String, Integer> readers = new HashMap<>();
    private final Map<String, String> renamed = new HashMap<>();
    private final Map<String, Tensor> tensors;

    private BatchNormFolding(Network network, TensorState state) {
        this.network = network;
        this.state = state;
        this.tensors = new LinkedHashMap<>(state.tensors());
        for (Node node : network.nodes()) {
            byName.put(node.name(), node);
            node.inputs().forEach(input -> readers.merge(input, 1, Integer::sum));
        }
    }

    public static FoldedNetwork fold(Network network, TensorState state) {
        return new BatchNormFolding(network, state).fold();
    }

    private FoldedNetwork fold() {
        Map<String, Node> merged = new HashMap<>();
        for (Node node : network.nodes()) {
            Node conv = node.layer() instanceof BatchNorm ? convolutionBefore(node) : null;
            if (conv != null) {
                merged.put(conv.name(), node);
                renamed.put(node.name(), conv.name());
            }
        }
        Network.Builder builder = Network.builder(network.input());
        for (Node node : network.nodes()) {
            if (renamed.containsKey(node.name())) {
                continue;
            }
            Node norm = merged.get(node.name());
            String[] inputs = node.inputs().stream()
                    .map(input -> renamed.getOrDefault(input, input))
                    .toArray(String[]::new);
            if (norm == null) {
                builder.add(node.name(), node.layer(), inputs);
            } else {
                Conv conv = (Conv) node.layer();
                builder.add(node.name(), new Conv(conv.filters(), conv.window(), conv.groups(), true), inputs);
                merge(node, conv, norm, (BatchNorm) norm.layer());
            }
        }
        return new FoldedNetwork(builder.build(), new TensorState(tensors));
    }

    private @Nullable Node convolutionBefore(Node norm) {
        Node before = byName.get(norm.inputs().getFirst());
        if (before == null || !(before.layer() instanceof Conv) || norm.equals(network.output())) {
            return null;
        }
        return readers.getOrDefault(before.name(), 0) == 1 ? before : null;
    }

    private void merge(Node node, Conv conv, Node norm, BatchNorm layer) {
        float[] gamma = state.get(norm.tensorName("weight")).values();
        float[] beta = state.get(norm.tensorName("bias")).values();
        float[] mean = state.get(norm.tensorName("running_mean")).values();
        float[] variance = state.get(norm.tensorName("running_var")).values();
        Tensor weight = state.get(node.tensorName("weight"));
        float[] scaled = weight.values().clone();
        float[] bias = conv.bias() ? state.get(node.tensorName("bias")).values().clone() : new float[conv.filters()];
        int perFilter = scaled.length / conv.filters();
        for (int filter = 0; filter < conv.filters(); filter++) {
            double scale = gamma[filter] / Math.sqrt(variance[filter] + layer.epsilon());
            for (int i = filter * perFilter; i < (filter + 1) * perFilter; i++) {
                scaled[i] = (float) (scaled[i] * scale);
            }
            bias[filter] = (float) ((bias[filter] - mean[filter]) * scale + beta[filter]);
        }
        tensors.put(node.tensorName("weight"), new Tensor(weight.shape(), scaled));
        tensors.put(node.tensorName("bias"), new Tensor(List.of(conv.filters()), bias));
    }
}
