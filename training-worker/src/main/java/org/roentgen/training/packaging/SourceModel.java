package org.roentgen.training.packaging;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.roentgen.domain.dataset.LabelDefinition;
import org.roentgen.domain.error.ErrorCode;
import org.roentgen.domain.error.RoentgenException;
import org.roentgen.domain.model.ModelManifest;
import org.roentgen.domain.model.TrainingSpec;
import org.roentgen.network.Network;
import org.roentgen.network.Node;
import org.roentgen.network.Tensor;
import org.roentgen.network.TensorSpec;
import org.roentgen.network.TensorState;
import org.roentgen.network.checkpoint.Checkpoint;
import org.roentgen.network.checkpoint.CheckpointFormat;
import org.roentgen.training.plan.TrainingPlan;

/** A model whose weights another training starts from. */
public record SourceModel(ModelManifest manifest, Checkpoint weights) {
    private static final String OPTIONS = "networkOptions";

    /** The entry of a package from which a later training can start. */
    static byte[] bytes(TrainingPlan plan, TensorState state, ObjectMapper json) throws IOException {
        Map<String, Tensor> own = new LinkedHashMap<>();
        plan.program().network().tensors().forEach(spec -> own.put(spec.name(), state.get(spec.name())));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CheckpointFormat.write(
                new Checkpoint(Map.of(OPTIONS, json.writeValueAsString(plan.networkOptions())), new TensorState(own)),
                bytes);
        return bytes.toByteArray();
    }

    static SourceModel read(ModelManifest manifest, byte[] weights) throws IOException {
        return new SourceModel(manifest, CheckpointFormat.read(new ByteArrayInputStream(weights)));
    }

    /** The specification with the source's network, its options and its recipe where it leaves them open. */
    public TrainingSpec complete(TrainingSpec spec, ObjectMapper json) {
        boolean same = spec.network().equals("auto") || spec.network().equals(manifest.network());
        if (!same) {
            throw invalid("The training asks for the network " + spec.network() + ", but the model to start from is a "
                    + manifest.network() + "; choose " + manifest.network() + " or a start from random weights");
        }
        Map<String, Object> options = new HashMap<>(options(json));
        options.putAll(spec.networkOptions());
        return spec.withNetwork(manifest.network(), options, spec.recipe().or(() -> Optional.of(manifest.recipe())));
    }

    private Map<String, Object> options(ObjectMapper json) {
        try {
            return json.readValue(weights.property(OPTIONS), new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException("The weights of model " + manifest.name() + " name no network options", e);
        }
    }

    /**
     * The source's values for a network. The last layer may have other classes: those of the same name keep their weights.
     *
     * @param labels of the new network, in order
     * @param initial values before the first step
     * @throws RoentgenException naming the layer that differs
     */
    public Map<String, Tensor> valuesFor(Network network, List<LabelDefinition> labels, TensorState initial) {
        Map<String, Tensor> values = new HashMap<>();
        for (Node node : network.nodes()) {
            for (TensorSpec spec : node.tensors()) {
                boolean head = node.name().equals(network.output().name());
                Tensor source = source(node, spec);
                if (head && source.shape().size() == spec.shape().size()) {
                    values.put(spec.name(), head(source, initial.get(spec.name()), labels));
                } else if (source.shape().equals(spec.shape())) {
                    values.put(spec.name(), source);
                } else {
                    throw invalid("Layer '" + node.name() + "' has weights of shape " + source.shape()
                            + " in the model to start from, but needs " + spec.shape() + " here; choose the network"
                            + " options and the preprocessing of that model, or a start from random weights");
                }
            }
        }
        return values;
    }

    private Tensor source(Node node, TensorSpec spec) {
        Tensor source = weights.state().tensors().get(spec.name());
        if (source == null) {
            throw invalid("Layer '" + node.name() + "' has no weights in the model to start from; choose its network "
                    + manifest.network() + " and its network options, or a start from random weights");
        }
        return source;
    }

    /** The rows of classes that both have; the others as they are initially. */
    private Tensor head(Tensor source, Tensor initial, List<LabelDefinition> labels) {
        if (!source.shape()
                .subList(1, source.shape().size())
                .equals(initial.shape().subList(1, initial.shape().size()))) {
            throw invalid("The last layer has weights of shape " + source.shape() + " in the model to start from, but "
                    + initial.shape() + " here, which differs in more than the classes; choose its network options");
        }
        List<String> names =
                manifest.labels().stream().map(LabelDefinition::name).toList();
        float[] values = initial.values().clone();
        int row = values.length / initial.shape().getFirst();
        for (int label = 0; label < labels.size(); label++) {
            int from = names.indexOf(labels.get(label).name());
            if (from >= 0) {
                System.arraycopy(source.values(), from * row, values, label * row, row);
            }
        }
        return new Tensor(initial.shape(), values);
    }

    private static RoentgenException invalid(String message) {
        return new RoentgenException(ErrorCode.INVALID_TRAINING_SPEC, message);
    }
}
