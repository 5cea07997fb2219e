package org.roentgen.network.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.roentgen.network.layer.OnnxAttributes;

/**
 * The beginning of the way inside the graph: steps that change values, each channel of each image by itself, in float64 as the
 * recipe computes them. Steps follow one another in the order in which they are added.
 */
public final class GraphHead {
    private static final int CHANNEL_AXIS = 1;
    private static final int FIRST_SPATIAL_AXIS = 2;
    private static final int OLDEST_OPSET = 13;
    /** From here on the axes of a reduction are an input, before an attribute. */
    private static final int AXES_AS_INPUT = 18;

    private final ModelProto.Builder model;
    private final ValueInfoProto input;
    private final GraphEdit edit;
    private final long opset;
    private String current;
    private int copies = 1;

    /** @throws IllegalArgumentException when the bytes are no ONNX model, or one of an operator set below 13 */
    public GraphHead(byte[] model) {
        this.model = parse(model).toBuilder();
        this.input = this.model.getGraph().getInput(0);
        this.opset = opset(this.model.getOpsetImportList());
        this.edit = new GraphEdit(this.model.getGraph());
        this.current = edit.cast("values", input.getName(), TensorProto.DataType.DOUBLE);
    }

    static ModelProto parse(byte[] model) {
        ModelProto parsed = HalfWeights.parse(model);
        long opset = opset(parsed.getOpsetImportList());
        if (opset < OLDEST_OPSET) {
            throw new IllegalArgumentException("The model states operator set " + opset + ", " + OLDEST_OPSET
                    + " is the oldest that can be extended: convert it with onnx.version_converter");
        }
        return parsed;
    }

    private static long opset(List<OperatorSetIdProto> sets) {
        return sets.stream()
                .filter(set -> set.getDomain().isEmpty() || set.getDomain().equals("ai.onnx"))
                .mapToLong(OperatorSetIdProto::getVersion)
                .findFirst()
                .orElse(0);
    }

    /** Values outside of the bounds become the bounds. */
    public void clip(double lower, double upper) {
        String low = edit.constant("lower", lower);
        String high = edit.constant("upper", upper);
        current = edit.node("clipped", "Clip", List.of(current, low, high));
    }

    /** Subtracts and divides. */
    public void standardize(double mean, double deviation) {
        String centred = edit.node("centred", "Sub", List.of(current, edit.constant("mean", mean)));
        current = edit.node("standardized", "Div", List.of(centred, edit.constant("deviation", deviation)));
    }

    /** By mean and deviation of the channel itself, of the values that are not zero where so wanted; a constant channel becomes 0. */
    public void zScore(boolean nonZeroOnly) {
        String counted = nonZeroOnly ? counted() : "";
        String mean = mean(current, counted);
        String centred = edit.node("centred", "Sub", List.of(current, mean));
        String squares = edit.node("squares", "Mul", List.of(centred, centred));
        String variance =
                mean(counted.isEmpty() ? squares : edit.node("counted", "Mul", List.of(squares, counted)), counted);
        String deviation = edit.node("deviation", "Sqrt", List.of(variance));
        current = edit.node("standardized", "Div", List.of(centred, positive(deviation)));
    }

    /** The smallest value of the channel becomes 0, its largest 1; a constant channel becomes 0. */
    public void scaleToUnit() {
        String lowest = reduce("lowest", "ReduceMin", current);
        String range = edit.node("range", "Sub", List.of(reduce("highest", "ReduceMax", current), lowest));
        String raised = edit.node("raised", "Sub", List.of(current, lowest));
        current = edit.node("scaled", "Div", List.of(raised, positive(range)));
    }

    /** Each channel stands as many times one after another: the model takes so many fewer. */
    public void repeatChannels(int count) {
        TensorShapeProto.Dimension channels =
                input.getType().getTensorType().getShape().getDim(CHANNEL_AXIS);
        copies = Math.multiplyExact(copies, count);
        long given = channels.getDimValue() / copies;
        List<Long> places = LongStream.range(0, given * count)
                .map(place -> place / count)
                .boxed()
                .toList();
        current = edit.node(
                "repeated",
                "Gather",
                List.of(current, edit.integers("places", places)),
                OnnxAttributes.integer("axis", CHANNEL_AXIS));
    }

    /** The model with the steps before it. */
    public byte[] bytes() {
        String start = edit.cast("prepared", current, TensorProto.DataType.FLOAT);
        GraphProto.Builder graph = model.getGraphBuilder();
        List<NodeProto> nodes = new ArrayList<>(edit.nodes());
        for (NodeProto node : graph.getNodeList()) {
            nodes.add(node.toBuilder()
                    .clearInput()
                    .addAllInput(node.getInputList().stream()
                            .map(name -> name.equals(input.getName()) ? start : name)
                            .toList())
                    .build());
        }
        graph.clearNode().addAllNode(nodes).addAllInitializer(edit.constants()).setInput(0, given());
        return model.build().toByteArray();
    }

    private ValueInfoProto given() {
        ValueInfoProto.Builder given = input.toBuilder();
        TensorShapeProto.Dimension.Builder channels =
                given.getTypeBuilder().getTensorTypeBuilder().getShapeBuilder().getDimBuilder(CHANNEL_AXIS);
        if (copies > 1) {
            channels.setDimValue(channels.getDimValue() / copies);
        }
        return given.build();
    }

    /** 1 where a value is not zero, else 0. */
    private String counted() {
        String empty = edit.node("empty", "Equal", List.of(current, edit.constant("zero", 0.0)));
        return edit.cast("nonzero", edit.node("filled", "Not", List.of(empty)), TensorProto.DataType.DOUBLE);
    }

    /** Over the voxels of each channel, or over those that count; what does not count is zero in the values. */
    private String mean(String values, String counted) {
        String all = reduce("mean", "ReduceMean", values);
        if (counted.isEmpty()) {
            return all;
        }
        return edit.node("mean", "Div", List.of(all, positive(reduce("share", "ReduceMean", counted))));
    }

    /** The value where it is above 0, else 1: to divide by. */
    private String positive(String value) {
        String isPositive = edit.node("positive", "Greater", List.of(value, edit.constant("zero", 0.0)));
        return edit.node("divisor", "Where", List.of(isPositive, value, edit.constant("one", 1.0)));
    }

    private String reduce(String wanted, String operator, String values) {
        int rank = input.getType().getTensorType().getShape().getDimCount();
        List<Long> axes = LongStream.range(FIRST_SPATIAL_AXIS, rank).boxed().toList();
        if (opset >= AXES_AS_INPUT) {
            return edit.node(wanted, operator, List.of(values, edit.integers("axes", axes)));
        }
        AttributeProto attribute =
                OnnxAttributes.ints("axes", axes.stream().map(Math::toIntExact).toList());
        return edit.node(wanted, operator, List.of(values), attribute);
    }
}
