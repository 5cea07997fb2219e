package org.roentgen.network.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.roentgen.network.layer.OnnxAttributes;

/** Nodes and constants to be added to a finished graph, under names that it does not have. */
final class GraphEdit {
    private final Set<String> names = new HashSet<>();
    private final List<NodeProto> nodes = new ArrayList<>();
    private final List<TensorProto> constants = new ArrayList<>();

    GraphEdit(GraphProto graph) {
        graph.getInputList().stream().map(ValueInfoProto::getName).forEach(names::add);
        graph.getInitializerList().stream().map(TensorProto::getName).forEach(names::add);
        graph.getNodeList().forEach(node -> {
            names.add(node.getName());
            names.addAll(node.getOutputList());
        });
    }

    List<NodeProto> nodes() {
        return List.copyOf(nodes);
    }

    List<TensorProto> constants() {
        return List.copyOf(constants);
    }

    /** Adds a node; returns the name of its output, which is the wanted one where the graph does not have that yet. */
    String node(String wanted, String operator, List<String> inputs, AttributeProto... attributes) {
        String output = free(wanted);
        nodes.add(NodeProto.newBuilder()
                .setName(output)
                .setOpType(operator)
                .addAllInput(inputs)
                .addOutput(output)
                .addAllAttribute(List.of(attributes))
                .build());
        return output;
    }

    String cast(String wanted, String input, TensorProto.DataType type) {
        return node(wanted, "Cast", List.of(input), OnnxAttributes.integer("to", type.getNumber()));
    }

    /** A single value of float64. */
    String constant(String wanted, double value) {
        TensorProto.Builder tensor =
                constant(wanted, TensorProto.DataType.DOUBLE).addDoubleData(value);
        constants.add(tensor.build());
        return tensor.getName();
    }

    /** A single value of float32. */
    String constant(String wanted, float value) {
        TensorProto.Builder tensor =
                constant(wanted, TensorProto.DataType.FLOAT).addFloatData(value);
        constants.add(tensor.build());
        return tensor.getName();
    }

    String integers(String wanted, List<Long> values) {
        TensorProto.Builder tensor = constant(wanted, TensorProto.DataType.INT64)
                .addDims(values.size())
                .addAllInt64Data(values);
        constants.add(tensor.build());
        return tensor.getName();
    }

    private TensorProto.Builder constant(String wanted, TensorProto.DataType type) {
        return TensorProto.newBuilder().setName(free(wanted)).setDataType(type.getNumber());
    }

    private String free(String wanted) {
        String name = wanted;
        for (int number = 2; !names.add(name); number++) {
            name = wanted + number;
        }
        return name;
    }
}
