package org.roentgen.training.foreign;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Small models as other tools export them: names, operator sets, axes and tails differ. */
final class ForeignOnnx {
    private final GraphProto.Builder graph = GraphProto.newBuilder().setName("main_graph");
    private final List<OperatorSetIdProto> opsets = new ArrayList<>();
    private final String input;
    private String last;

    /** @param shape a negative size is dynamic */
    ForeignOnnx(long opset, String input, long... shape) {
        this.input = input;
        this.last = input;
        graph.addInput(value(input, TensorProto.DataType.FLOAT_VALUE, shape));
        opsets.add(OperatorSetIdProto.newBuilder().setVersion(opset).build());
    }

    /** A 1 x 1 convolution: channel k is k + 1 times the image, plus the bias. */
    ForeignOnnx convolution(int rank, int channels, float bias) {
        List<Long> dims = new ArrayList<>(List.of((long) channels, 1L));
        for (int axis = 0; axis < rank; axis++) {
            dims.add(1L);
        }
        TensorProto.Builder weight = floats("conv.weight", dims);
        TensorProto.Builder biases = floats("conv.bias", List.of((long) channels));
        for (int channel = 0; channel < channels; channel++) {
            weight.addFloatData(channel + 1);
            biases.addFloatData(bias);
        }
        graph.addInitializer(weight).addInitializer(biases);
        return node("Conv", "", List.of(last, "conv.weight", "conv.bias"));
    }

    private static TensorProto.Builder floats(String name, List<Long> dims) {
        return TensorProto.newBuilder()
                .setName(name)
                .setDataType(TensorProto.DataType.FLOAT_VALUE)
                .addAllDims(dims);
    }

    /** From maps to one vector. */
    ForeignOnnx pooled() {
        return node("GlobalAveragePool", "", List.of(last)).node("Flatten", "", List.of(last));
    }

    ForeignOnnx softmax() {
        return node("Softmax", "", List.of(last), attribute("axis", 1));
    }

    ForeignOnnx plus(String operator) {
        return node(operator, "", List.of(last));
    }

    ForeignOnnx noise() {
        String before = last;
        node("RandomNormalLike", "", List.of(before));
        return node("Add", "", List.of(before, last));
    }

    ForeignOnnx custom(String domain, String operator) {
        opsets.add(
                OperatorSetIdProto.newBuilder().setDomain(domain).setVersion(1).build());
        return node(operator, domain, List.of(last));
    }

    private ForeignOnnx node(String operator, String domain, List<String> inputs, AttributeProto... attributes) {
        String output = "/" + operator + "_" + graph.getNodeCount() + "_output_0";
        graph.addNode(NodeProto.newBuilder()
                .setOpType(operator)
                .setDomain(domain)
                .setName(operator + graph.getNodeCount())
                .addAllInput(inputs)
                .addOutput(output)
                .addAllAttribute(Arrays.asList(attributes)));
        last = output;
        return this;
    }

    private static AttributeProto attribute(String name, long value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.INT)
                .setI(value)
                .build();
    }

    /** Names the last tensor as an output. */
    ForeignOnnx output(String name) {
        graph.addNode(
                NodeProto.newBuilder().setOpType("Identity").addInput(last).addOutput(name));
        graph.addOutput(ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder()
                        .setTensorType(TypeProto.Tensor.newBuilder().setElemType(TensorProto.DataType.FLOAT_VALUE))));
        return this;
    }

    ForeignOnnx secondInput(String name) {
        graph.addInput(value(name, TensorProto.DataType.FLOAT_VALUE, 1));
        return this;
    }

    byte[] bytes() {
        return ModelProto.newBuilder()
                .setIrVersion(8)
                .setProducerName("pytorch")
                .addAllOpsetImport(opsets)
                .setGraph(graph)
                .build()
                .toByteArray();
    }

    private static ValueInfoProto value(String name, int type, long... shape) {
        TensorShapeProto.Builder sizes = TensorShapeProto.newBuilder();
        for (int axis = 0; axis < shape.length; axis++) {
            sizes.addDim(
                    shape[axis] < 0
                            ? TensorShapeProto.Dimension.newBuilder().setDimParam("axis" + axis)
                            : TensorShapeProto.Dimension.newBuilder().setDimValue(shape[axis]));
        }
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder()
                        .setTensorType(
                                TypeProto.Tensor.newBuilder().setElemType(type).setShape(sizes)))
                .build();
    }
}
