package org.roentgen.network.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.roentgen.network.layer.OnnxAttributes;

/**
 * The same model with its weights as float16, half as large. A Cast after each weight brings it back, so that every operator
 * computes in float32 as before and no execution provider needs float16 kernels.
 */
public final class HalfWeights {
    /** Smaller tensors stay as they are: they hold scales and sizes, and weigh nothing. */
    private static final int LEAST_VALUES = 16;

    private HalfWeights() {}

    /**
     * Rewrites a model.
     *
     * @throws IllegalArgumentException when the bytes are no ONNX model, or a weight is too large for float16 (65,504)
     */
    public static byte[] of(byte[] model) {
        ModelProto.Builder rewritten = parse(model).toBuilder();
        GraphProto.Builder graph = rewritten.getGraphBuilder();
        List<TensorProto> initializers = new ArrayList<>(graph.getInitializerList());
        List<NodeProto> casts = new ArrayList<>();
        graph.clearInitializer();
        for (TensorProto tensor : initializers) {
            if (OnnxTensors.isFloat(tensor) && OnnxTensors.count(tensor) >= LEAST_VALUES) {
                graph.addInitializer(half(tensor));
                casts.add(NodeProto.newBuilder()
                        .setOpType("Cast")
                        .setName(tensor.getName() + ".cast")
                        .addInput(tensor.getName() + ".half")
                        .addOutput(tensor.getName())
                        .addAttribute(OnnxAttributes.integer("to", TensorProto.DataType.FLOAT_VALUE))
                        .build());
            } else {
                graph.addInitializer(tensor);
            }
        }
        List<NodeProto> nodes = new ArrayList<>(casts);
        nodes.addAll(graph.getNodeList());
        graph.clearNode().addAllNode(nodes);
        return rewritten.build().toByteArray();
    }

    static ModelProto parse(byte[] model) {
        try {
            return ModelProto.parseFrom(model);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException("The bytes are no ONNX model: " + e.getMessage(), e);
        }
    }

    private static TensorProto half(TensorProto tensor) {
        float[] values = OnnxTensors.floats(tensor);
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            short rounded = Float.floatToFloat16(value);
            if (Float.isInfinite(Float.float16ToFloat(rounded)) && Float.isFinite(value)) {
                throw new IllegalArgumentException("Weight '" + tensor.getName() + "' holds " + value
                        + ", float16 ends at 65504: keep this model in float32");
            }
            bytes.putShort(rounded);
        }
        return TensorProto.newBuilder()
                .setName(tensor.getName() + ".half")
                .addAllDims(tensor.getDimsList())
                .setDataType(TensorProto.DataType.FLOAT16_VALUE)
                .setRawData(ByteString.copyFrom(bytes.flip()))
                .build();
    }
}
