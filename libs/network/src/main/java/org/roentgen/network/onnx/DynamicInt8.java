package org.roentgen.network.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.roentgen.network.layer.OnnxAttributes;

/**
 * The same model with the weights of convolutions and fully connected layers as 8-bit integers, a quarter as large. Weights are
 * quantised symmetrically, each output channel with a scale of its own; what flows in is quantised when the model runs, by its
 * own range (DynamicQuantizeLinear, ConvInteger, MatMulInteger). Other operators stay in float32, and so do the sums of convolutions
 * of volumes, whose weights are brought back (DequantizeLinear): ONNX Runtime computes those in integers 15 times as slowly.
 */
public final class DynamicInt8 {
    private static final float LARGEST = 127;
    /** Filters, channels, and three spatial axes. */
    private static final int AXES_OF_VOLUMES = 5;

    private final GraphProto.Builder graph;
    private final Map<String, TensorProto> weights = new HashMap<>();
    private final Map<String, TensorProto> added = new HashMap<>();
    private final List<NodeProto> nodes = new ArrayList<>();
    private final Set<String> quantized = new HashSet<>();

    private DynamicInt8(GraphProto.Builder graph) {
        this.graph = graph;
        graph.getInitializerList().forEach(tensor -> weights.put(tensor.getName(), tensor));
    }

    /**
     * Rewrites a model.
     *
     * @throws IllegalArgumentException when the bytes are no ONNX model, or it has no layer that can be quantised
     */
    public static byte[] of(byte[] model) {
        ModelProto.Builder rewritten = HalfWeights.parse(model).toBuilder();
        new DynamicInt8(rewritten.getGraphBuilder()).rewrite();
        return rewritten.build().toByteArray();
    }

    private void rewrite() {
        for (NodeProto node : graph.getNodeList()) {
            if (node.getOpType().equals("Conv") && weightOf(node).isPresent()) {
                convolution(node, weightOf(node).get());
            } else if (node.getOpType().equals("Gemm")
                    && isPlain(node)
                    && weightOf(node).isPresent()) {
                fullyConnected(node, weightOf(node).get());
            } else {
                nodes.add(node);
            }
        }
        if (added.isEmpty()) {
            throw new IllegalArgumentException("The model has no convolution or fully connected layer to quantise");
        }
        Set<String> read = new HashSet<>();
        nodes.forEach(node -> read.addAll(node.getInputList()));
        List<TensorProto> kept = new ArrayList<>();
        graph.getInitializerList().forEach(tensor -> {
            if (read.contains(tensor.getName())) {
                kept.add(tensor);
            }
        });
        kept.addAll(added.values());
        graph.clearInitializer().addAllInitializer(kept).clearNode().addAllNode(nodes);
    }

    /** The weight where it is a stored tensor of floats. */
    private Optional<TensorProto> weightOf(NodeProto node) {
        return node.getInputCount() < 2
                ? Optional.empty()
                : Optional.ofNullable(weights.get(node.getInput(1))).filter(OnnxTensors::isFloat);
    }

    /** Scores = input times transposed weight plus bias, as the emitter writes them. */
    private static boolean isPlain(NodeProto node) {
        boolean transposed = false;
        for (AttributeProto attribute : node.getAttributeList()) {
            switch (attribute.getName()) {
                case "transB" -> transposed = attribute.getI() == 1;
                case "transA" -> transposed &= attribute.getI() == 0;
                default -> {
                    if (attribute.getF() != 1) {
                        return false;
                    }
                }
            }
        }
        return transposed;
    }

    /** Computes in floats with weights that are stored as integers. */
    private void convolutionOfVolumes(NodeProto node, TensorProto weight) {
        int filters = Math.toIntExact(weight.getDims(0));
        Quantized bytes = Quantized.rows(OnnxTensors.floats(weight), filters);
        add(OnnxTensors.bytes(weight.getName() + ".int8", weight.getDimsList(), bytes.values()));
        add(OnnxTensors.floats(weight.getName() + ".scale", List.of((long) filters), bytes.scales()));
        String restored = weight.getName() + ".restored";
        nodes.add(
                node("DequantizeLinear", restored, weight.getName() + ".int8", weight.getName() + ".scale").toBuilder()
                        .addAttribute(OnnxAttributes.integer("axis", 0))
                        .build());
        nodes.add(node.toBuilder().setInput(1, restored).build());
    }

    private void convolution(NodeProto node, TensorProto weight) {
        if (weight.getDimsCount() == AXES_OF_VOLUMES) {
            convolutionOfVolumes(node, weight);
            return;
        }
        int filters = Math.toIntExact(weight.getDims(0));
        List<Long> perChannel = new ArrayList<>(List.of(1L, (long) filters));
        perChannel.addAll(Collections.nCopies(weight.getDimsCount() - 2, 1L));
        Quantized bytes = Quantized.rows(OnnxTensors.floats(weight), filters);
        add(OnnxTensors.bytes(weight.getName() + ".int8", weight.getDimsList(), bytes.values()));
        add(OnnxTensors.floats(weight.getName() + ".scale", perChannel, bytes.scales()));
        finish(
                node,
                weight,
                perChannel,
                operator(node, "ConvInteger", weight).addAllAttribute(node.getAttributeList()));
    }

    private void fullyConnected(NodeProto node, TensorProto weight) {
        int units = Math.toIntExact(weight.getDims(0));
        int features = Math.toIntExact(weight.getDims(1));
        Quantized bytes = Quantized.rows(OnnxTensors.floats(weight), units);
        byte[] transposed = new byte[bytes.values().length];
        for (int unit = 0; unit < units; unit++) {
            for (int feature = 0; feature < features; feature++) {
                transposed[feature * units + unit] = bytes.values()[unit * features + feature];
            }
        }
        List<Long> perUnit = List.of(1L, (long) units);
        add(OnnxTensors.bytes(weight.getName() + ".int8", List.of((long) features, (long) units), transposed));
        add(OnnxTensors.floats(weight.getName() + ".scale", perUnit, bytes.scales()));
        finish(node, weight, perUnit, operator(node, "MatMulInteger", weight));
    }

    /** The integer operator over the quantised input, which is quantised once however many read it. */
    private NodeProto.Builder operator(NodeProto node, String type, TensorProto weight) {
        String input = node.getInput(0);
        if (quantized.add(input)) {
            nodes.add(NodeProto.newBuilder()
                    .setOpType("DynamicQuantizeLinear")
                    .setName(input + ".quantize")
                    .addInput(input)
                    .addOutput(input + ".uint8")
                    .addOutput(input + ".scale")
                    .addOutput(input + ".zero")
                    .build());
        }
        return NodeProto.newBuilder()
                .setOpType(type)
                .setName(node.getName() + ".integer")
                .addInput(input + ".uint8")
                .addInput(weight.getName() + ".int8")
                .addInput(input + ".zero")
                .addOutput(node.getName() + ".sum");
    }

    /** From sums of integers to what the layer gave before: both scales, and the bias. */
    private void finish(NodeProto node, TensorProto weight, List<Long> perChannel, NodeProto.Builder operator) {
        String name = node.getName();
        nodes.add(operator.build());
        nodes.add(NodeProto.newBuilder()
                .setOpType("Cast")
                .setName(name + ".cast")
                .addInput(name + ".sum")
                .addOutput(name + ".float")
                .addAttribute(OnnxAttributes.integer("to", TensorProto.DataType.FLOAT_VALUE))
                .build());
        String scale = name + ".scales";
        nodes.add(node("Mul", scale, node.getInput(0) + ".scale", weight.getName() + ".scale"));
        boolean hasBias = node.getInputCount() > 2 && !node.getInput(2).isEmpty();
        String output = node.getOutput(0);
        nodes.add(node("Mul", hasBias ? name + ".product" : output, name + ".float", scale));
        if (hasBias) {
            nodes.add(node("Add", output, name + ".product", bias(node.getInput(2), perChannel)));
        }
    }

    /** The bias in a shape that is added to each channel. */
    private String bias(String name, List<Long> perChannel) {
        TensorProto bias = weights.get(name);
        if (bias == null) {
            throw new IllegalArgumentException("The bias '" + name + "' is computed: keep this model in float32");
        }
        add(OnnxTensors.floats(name + ".channels", perChannel, OnnxTensors.floats(bias)));
        return name + ".channels";
    }

    private static NodeProto node(String type, String output, String... inputs) {
        return NodeProto.newBuilder()
                .setOpType(type)
                .setName(output + ".node")
                .addAllInput(List.of(inputs))
                .addOutput(output)
                .build();
    }

    private void add(TensorProto tensor) {
        added.put(tensor.getName(), tensor);
    }

    /** Rows of a weight, each over its own scale. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Quantized(byte[] values, float[] scales) {
        static Quantized rows(float[] values, int rows) {
            byte[] quantized = new byte[values.length];
            float[] scales = new float[rows];
            int length = values.length / rows;
            for (int row = 0; row < rows; row++) {
                float largest = 0;
                for (int i = row * length; i < (row + 1) * length; i++) {
                    largest = Math.max(largest, Math.abs(values[i]));
                }
                scales[row] = largest == 0 ? 1 : largest / LARGEST;
                for (int i = row * length; i < (row + 1) * length; i++) {
                    quantized[i] = (byte) Math.round(values[i] / scales[row]);
                }
            }
            return new Quantized(quantized, scales);
        }
    }
}
