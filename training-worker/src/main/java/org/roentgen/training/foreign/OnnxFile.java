package org.roentgen.training.foreign;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.roentgen.domain.error.ErrorCode;
import org.roentgen.domain.error.RoentgenException;

/** What can be said of an ONNX file before an engine opens it. */
final class OnnxFile {
    /** The newest operator set that the engine's release supports in full. */
    static final long NEWEST_OPSET = 24;

    /** Of the two names of ONNX's own operators the second is an older spelling. */
    private static final Set<String> STANDARD = Set.of("", "ai.onnx");

    private static final Set<String> ENGINE = Set.of("ai.onnx.ml", "com.microsoft");

    private OnnxFile() {}

    /** @throws RoentgenException INVALID_MODEL_PACKAGE naming what the engine would stumble over */
    static ModelProto check(byte[] bytes) {
        ModelProto model = parse(bytes);
        if (model.getGraph().getNodeCount() == 0) {
            throw refused("The file has no operator: it is no ONNX model, or an empty one. Export the model again");
        }
        for (OperatorSetIdProto opset : model.getOpsetImportList()) {
            if (STANDARD.contains(opset.getDomain()) && opset.getVersion() > NEWEST_OPSET) {
                throw refused("The model uses operator set " + opset.getVersion() + ", the newest that runs here is "
                        + NEWEST_OPSET + ": export it with opset_version=" + NEWEST_OPSET + " or lower");
            }
        }
        Set<String> foreign = new TreeSet<>();
        for (NodeProto node : model.getGraph().getNodeList()) {
            if (!STANDARD.contains(node.getDomain()) && !ENGINE.contains(node.getDomain())) {
                foreign.add(node.getDomain() + "::" + node.getOpType());
            }
        }
        if (!foreign.isEmpty()) {
            throw refused("The model uses the operators " + foreign
                    + ", which are no standard ONNX: export it with standard operators only");
        }
        List<String> outside = model.getGraph().getInitializerList().stream()
                .filter(tensor -> tensor.getDataLocation() == TensorProto.DataLocation.EXTERNAL)
                .map(TensorProto::getName)
                .collect(Collectors.toList());
        if (!outside.isEmpty()) {
            throw refused(
                    "The weights of the model are in another file (" + outside.size()
                            + " tensors): save it as one file, such as with onnx.save(model, path, save_as_external_data=False)");
        }
        return model;
    }

    private static ModelProto parse(byte[] bytes) {
        try {
            return ModelProto.parseFrom(bytes);
        } catch (InvalidProtocolBufferException e) {
            throw refused("The file is no ONNX model (" + e.getMessage() + "): upload a .onnx file, not a checkpoint");
        }
    }

    /** The same model with one output only, which is then the one that is served. */
    static byte[] withOutput(ModelProto model, String name) {
        ModelProto.Builder served = model.toBuilder();
        List<ValueInfoProto> kept = model.getGraph().getOutputList().stream()
                .filter(output -> output.getName().equals(name))
                .toList();
        served.getGraphBuilder().clearOutput().addAllOutput(kept);
        return served.build().toByteArray();
    }

    static RoentgenException refused(String message) {
        return new RoentgenException(ErrorCode.INVALID_MODEL_PACKAGE, message);
    }
}
