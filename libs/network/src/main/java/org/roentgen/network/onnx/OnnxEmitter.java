package org.roentgen.network.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto.Dimension;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.roentgen.network.FeatureShape;
import org.roentgen.network.Network;
import org.roentgen.network.Node;
import org.roentgen.network.Tensor;
import org.roentgen.network.TensorSpec;
import org.roentgen.network.TensorState;

/**
 * Writes a network with trained values as an ONNX model. The batch axis is dynamic, and so are the spatial axes of a
 * network that accepts any spatial size.
 */
public final class OnnxEmitter {
    private static final long IR_VERSION = 9;
    private static final List<String> AXES_2D = List.of("height", "width");
    private static final List<String> AXES_3D = List.of("depth", "height", "width");

    private final GraphProto.Builder graph = GraphProto.newBuilder().setName("roentgen");
    private final Map<String, String> outputs = new HashMap<>();

    private OnnxEmitter() {}

    /** The bytes of the model file. */
    public static byte[] emit(Network trained, TensorState state, OnnxExport export) {
        Network network = trained.served();
        FoldedNetwork folded =
                export.foldBatchNorm() ? BatchNormFolding.fold(network, state) : new FoldedNetwork(network, state);
        return new OnnxEmitter().model(folded.network(), folded.state()).toByteArray();
    }

    private ModelProto model(Network network, TensorState state) {
        for (TensorSpec spec : network.tensors()) {
            initializer(spec.name(), state.get(spec.name()));
        }
        outputs.put(Network.INPUT, OnnxExport.INPUT);
        for (Node node : network.nodes()) {
            NodeEmission emission = new NodeEmission(node, this);
            outputs.put(node.name(), node.layer().onnx(emission));
        }
        finish(outputOf(network.output().name()));
        boolean dynamic = network.acceptsAnySpatialSize();
        graph.addInput(value(OnnxExport.INPUT, network.input(), dynamic));
        graph.addOutput(value(OnnxExport.OUTPUT, network.output().shape(), dynamic));
        return ModelProto.newBuilder()
                .setIrVersion(IR_VERSION)
                .setProducerName("roentgen")
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OnnxExport.OPSET))
                .setGraph(graph)
                .build();
    }

    private void finish(String last) {
        graph.addNode(NodeProto.newBuilder()
                .setName(OnnxExport.OUTPUT)
                .addInput(last)
                .addOutput(OnnxExport.OUTPUT)
                .setOpType("Identity"));
    }

    String outputOf(String node) {
        String output = outputs.get(node);
        if (output == null) {
            throw new IllegalStateException("Node '" + node + "' was not emitted yet");
        }
        return output;
    }

    void add(NodeProto node) {
        graph.addNode(node);
    }

    void initializer(String name, Tensor tensor) {
        ByteBuffer bytes =
                ByteBuffer.allocate(tensor.values().length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(tensor.values());
        TensorProto.Builder proto = TensorProto.newBuilder()
                .setName(name)
                .setDataType(TensorProto.DataType.FLOAT_VALUE)
                .setRawData(ByteString.copyFrom(bytes));
        tensor.shape().forEach(proto::addDims);
        graph.addInitializer(proto);
    }

    void integers(String name, List<Long> values) {
        graph.addInitializer(TensorProto.newBuilder()
                .setName(name)
                .setDataType(TensorProto.DataType.INT64_VALUE)
                .addDims(values.size())
                .addAllInt64Data(values));
    }

    private static ValueInfoProto value(String name, FeatureShape shape, boolean dynamic) {
        TensorShapeProto.Builder sizes =
                TensorShapeProto.newBuilder().addDim(Dimension.newBuilder().setDimParam("batch"));
        sizes.addDim(Dimension.newBuilder().setDimValue(shape.channels()));
        List<String> names = shape.rank() == 2 ? AXES_2D : AXES_3D;
        for (int axis = 0; axis < shape.rank(); axis++) {
            Dimension.Builder size = Dimension.newBuilder();
            if (dynamic) {
                size.setDimParam(name + "_" + names.get(axis));
            } else {
                size.setDimValue(shape.spatial().get(axis));
            }
            sizes.addDim(size);
        }
        TypeProto.Tensor.Builder type = TypeProto.Tensor.newBuilder()
                .setElemType(TensorProto.DataType.FLOAT_VALUE)
                .setShape(sizes);
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder().setTensorType(type))
                .build();
    }
}
