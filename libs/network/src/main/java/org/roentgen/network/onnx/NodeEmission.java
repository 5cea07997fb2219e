package org.roentgen.network.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.List;
import org.roentgen.network.FeatureShape;
import org.roentgen.network.Node;
import org.roentgen.network.Tensor;
import org.roentgen.network.layer.OnnxScope;

/** Names and nodes of one layer's emission; the layer's nodes are named after it. */
final class NodeEmission implements OnnxScope {
    private final Node node;
    private final OnnxEmitter emitter;
    private int emitted;

    NodeEmission(Node node, OnnxEmitter emitter) {
        this.node = node;
        this.emitter = emitter;
    }

    @Override
    public String input(int index) {
        return emitter.outputOf(node.inputs().get(index));
    }

    @Override
    public FeatureShape inputShape(int index) {
        return node.inputShapes().get(index);
    }

    @Override
    public int inputs() {
        return node.inputs().size();
    }

    @Override
    public String tensor(String localName) {
        return node.tensorName(localName);
    }

    @Override
    public String constant(String localName, Tensor value) {
        String name = node.tensorName(localName);
        emitter.initializer(name, value);
        return name;
    }

    @Override
    public String integers(String localName, List<Long> values) {
        String name = node.tensorName(localName);
        emitter.integers(name, values);
        return name;
    }

    @Override
    public String node(String operator, List<String> inputs, AttributeProto... attributes) {
        String output = node.name() + "." + emitted++;
        emitter.add(NodeProto.newBuilder()
                .setOpType(operator)
                .setName(output)
                .addAllInput(inputs)
                .addOutput(output)
                .addAllAttribute(List.of(attributes))
                .build());
        return output;
    }
}
