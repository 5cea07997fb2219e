package org.roentgen.network.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.List;
import org.roentgen.network.layer.OnnxAttributes;

/**
 * Merges models of one input and output, whose outputs are scores, into one graph. Its output are scores again: those whose
 * probabilities are the means of the members' probabilities, so that it is used as any one of them.
 */
public final class OnnxEnsemble {
    private static final String MEMBERS = "members_axis";

    private final GraphProto.Builder graph;
    private final List<String> scores = new ArrayList<>();

    private OnnxEnsemble(GraphProto first) {
        graph = GraphProto.newBuilder()
                .setName(first.getName())
                .addAllInput(first.getInputList())
                .addAllOutput(first.getOutputList())
                .addInitializer(TensorProto.newBuilder()
                        .setName(MEMBERS)
                        .setDataType(TensorProto.DataType.INT64_VALUE)
                        .addDims(1)
                        .addInt64Data(0));
    }

    /** Of scores of classes of which one is right. */
    public static byte[] ofClasses(List<byte[]> models) {
        OnnxEnsemble ensemble = members(models);
        List<String> logarithms = ensemble.scores.stream()
                .map(score -> ensemble.add("LogSoftmax", score + "_logarithm", score))
                .toList();
        ensemble.sum(logarithms, OnnxExport.OUTPUT);
        return ensemble.model(models.getFirst());
    }

    /** Of scores of findings that do not exclude each other: the logarithm of the odds of the mean. */
    public static byte[] ofFindings(List<byte[]> models) {
        OnnxEnsemble ensemble = members(models);
        List<String> present = new ArrayList<>();
        List<String> absent = new ArrayList<>();
        for (String score : ensemble.scores) {
            String negative = ensemble.add("Neg", score + "_negative", score);
            present.add(ensemble.logarithm(score + "_present", negative));
            absent.add(ensemble.logarithm(score + "_absent", score));
        }
        ensemble.add(
                "Sub", OnnxExport.OUTPUT, ensemble.sum(present, "present_sum"), ensemble.sum(absent, "absent_sum"));
        return ensemble.model(models.getFirst());
    }

    /** The logarithm of the probability of what has this negative score; a sigmoid would lose it near 0. */
    private String logarithm(String name, String negative) {
        return add("Neg", name, add("Softplus", name + "_softplus", negative));
    }

    /** The logarithm of the sum of the members' probabilities, which is their mean but for a constant. */
    private String sum(List<String> logarithms, String output) {
        List<String> layers = logarithms.stream()
                .map(each -> add("Unsqueeze", each + "_layer", each, MEMBERS))
                .toList();
        String stacked = add("Concat", output + "_members", layers.toArray(String[]::new));
        return add("ReduceLogSumExp", output, stacked, MEMBERS);
    }

    private static OnnxEnsemble members(List<byte[]> models) {
        OnnxEnsemble ensemble = new OnnxEnsemble(read(models.getFirst()).getGraph());
        for (int member = 0; member < models.size(); member++) {
            ensemble.addMember("member" + member + "_", read(models.get(member)).getGraph());
        }
        return ensemble;
    }

    private static ModelProto read(byte[] model) {
        try {
            return ModelProto.parseFrom(model);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException("A member of the ensemble is no ONNX model: " + e.getMessage(), e);
        }
    }

    private void addMember(String prefix, GraphProto member) {
        member.getInitializerList()
                .forEach(tensor -> graph.addInitializer(tensor.toBuilder().setName(prefix + tensor.getName())));
        for (NodeProto node : member.getNodeList()) {
            graph.addNode(node.toBuilder()
                    .setName(prefix + node.getName())
                    .clearInput()
                    .addAllInput(node.getInputList().stream()
                            .map(name -> renamed(prefix, name))
                            .toList())
                    .clearOutput()
                    .addAllOutput(node.getOutputList().stream()
                            .map(name -> renamed(prefix, name))
                            .toList()));
        }
        scores.add(prefix + OnnxExport.OUTPUT);
    }

    /** An input that is left out has no name. */
    private static String renamed(String prefix, String name) {
        return name.isEmpty() || name.equals(OnnxExport.INPUT) ? name : prefix + name;
    }

    private String add(String operator, String output, String... inputs) {
        NodeProto.Builder node = NodeProto.newBuilder()
                .setName(output)
                .setOpType(operator)
                .addAllInput(List.of(inputs))
                .addOutput(output);
        switch (operator) {
            case "LogSoftmax" -> node.addAttribute(OnnxAttributes.integer("axis", 1));
            case "Concat" -> node.addAttribute(OnnxAttributes.integer("axis", 0));
            case "ReduceLogSumExp" -> node.addAttribute(OnnxAttributes.integer("keepdims", 0));
            default -> {}
        }
        graph.addNode(node);
        return output;
    }

    private byte[] model(byte[] first) {
        return read(first).toBuilder().setGraph(graph).build().toByteArray();
    }
}
