package org.roentgen.network.onnx;

import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** Values of ONNX tensors, raw or in their typed fields. */
final class OnnxTensors {
    private OnnxTensors() {}

    static boolean isFloat(TensorProto tensor) {
        return tensor.getDataType() == TensorProto.DataType.FLOAT_VALUE;
    }

    static int count(TensorProto tensor) {
        return Math.toIntExact(
                tensor.getDimsList().stream().mapToLong(Long::longValue).reduce(1, (a, b) -> a * b));
    }

    static float[] floats(TensorProto tensor) {
        float[] values = new float[count(tensor)];
        if (tensor.getRawData().isEmpty()) {
            for (int i = 0; i < values.length; i++) {
                values[i] = tensor.getFloatData(i);
            }
            return values;
        }
        tensor.getRawData()
                .asReadOnlyByteBuffer()
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer()
                .get(values);
        return values;
    }

    static TensorProto floats(String name, List<Long> dims, float... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return TensorProto.newBuilder()
                .setName(name)
                .addAllDims(dims)
                .setDataType(TensorProto.DataType.FLOAT_VALUE)
                .setRawData(ByteString.copyFrom(bytes))
                .build();
    }

    static TensorProto bytes(String name, List<Long> dims, byte[] values) {
        return TensorProto.newBuilder()
                .setName(name)
                .addAllDims(dims)
                .setDataType(TensorProto.DataType.INT8_VALUE)
                .setRawData(ByteString.copyFrom(values))
                .build();
    }
}
