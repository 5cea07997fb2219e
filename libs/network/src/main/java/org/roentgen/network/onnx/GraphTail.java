package org.roentgen.network.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.List;
import org.roentgen.network.layer.OnnxAttributes;

/** The end of the way inside the graph: a model that gives scores gives probabilities, and labels where they are wanted. */
public final class GraphTail {
    /** Output of probabilities: batch x classes (x spatial axes), float32; the first output. */
    public static final String PROBABILITIES = "probabilities";
    /** Output of labels, int64: for classes the most probable (batch x spatial axes), for findings 1 or 0 (batch x findings). */
    public static final String LABELS = "labels";

    private static final int CLASS_AXIS = 1;

    private GraphTail() {}

    /** What the scores of a model are. */
    public enum Scores {
        /** Of classes of which one is right. */
        CLASSES,
        /** Of findings that do not exclude each other; one above 0.5 is there. */
        FINDINGS,
        /** Probabilities of classes already. */
        PROBABILITIES_OF_CLASSES,
        /** Probabilities of findings already. */
        PROBABILITIES_OF_FINDINGS
    }

    /**
     * The same model with its end.
     *
     * @param labels whether labels are a second output
     * @throws IllegalArgumentException when the bytes are no ONNX model, or one of an operator set below 13
     */
    public static byte[] of(byte[] model, Scores scores, boolean labels) {
        ModelProto.Builder rewritten = GraphHead.parse(model).toBuilder();
        GraphProto.Builder graph = rewritten.getGraphBuilder();
        GraphEdit edit = new GraphEdit(graph.build());
        ValueInfoProto output = graph.getOutput(0);
        String probabilities =
                switch (scores) {
                    case CLASSES ->
                        edit.node(
                                PROBABILITIES,
                                "Softmax",
                                List.of(output.getName()),
                                OnnxAttributes.integer("axis", CLASS_AXIS));
                    case FINDINGS -> edit.node(PROBABILITIES, "Sigmoid", List.of(output.getName()));
                    case PROBABILITIES_OF_CLASSES, PROBABILITIES_OF_FINDINGS -> output.getName();
                };
        graph.clearOutput().addOutput(output.toBuilder().setName(probabilities));
        if (labels) {
            graph.addOutput(
                    scores == Scores.CLASSES || scores == Scores.PROBABILITIES_OF_CLASSES
                            ? mostProbable(edit, probabilities, output)
                            : present(edit, probabilities, output));
        }
        graph.addAllNode(edit.nodes()).addAllInitializer(edit.constants());
        return rewritten.build().toByteArray();
    }

    private static ValueInfoProto mostProbable(GraphEdit edit, String probabilities, ValueInfoProto output) {
        String name = edit.node(
                LABELS,
                "ArgMax",
                List.of(probabilities),
                OnnxAttributes.integer("axis", CLASS_AXIS),
                OnnxAttributes.integer("keepdims", 0));
        TensorShapeProto shape = output.getType().getTensorType().getShape();
        TensorShapeProto.Builder without = TensorShapeProto.newBuilder();
        for (int axis = 0; axis < shape.getDimCount(); axis++) {
            if (axis != CLASS_AXIS) {
                without.addDim(shape.getDim(axis));
            }
        }
        return integers(name, without.build());
    }

    private static ValueInfoProto present(GraphEdit edit, String probabilities, ValueInfoProto output) {
        String half = edit.constant("half", 0.5f);
        String above = edit.node("present", "Greater", List.of(probabilities, half));
        String name = edit.cast(LABELS, above, TensorProto.DataType.INT64);
        return integers(name, output.getType().getTensorType().getShape());
    }

    private static ValueInfoProto integers(String name, TensorShapeProto shape) {
        TypeProto.Tensor.Builder type = TypeProto.Tensor.newBuilder()
                .setElemType(TensorProto.DataType.INT64.getNumber())
                .setShape(shape);
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder().setTensorType(type))
                .build();
    }
}
