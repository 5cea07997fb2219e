package org.roentgen.training.export;

import java.util.ArrayList;
import java.util.List;
import org.roentgen.domain.dataset.Task;
import org.roentgen.domain.model.ModelManifest;
import org.roentgen.domain.model.TensorDescription;
import org.roentgen.imaging.prediction.InferencePlan;
import org.roentgen.imaging.recipe.Recipe;
import org.roentgen.network.onnx.GraphTail;

/**
 * A model with more of the way inside its graph.
 *
 * @param plan how the platform runs the model itself
 * @param steps what goes into the graph of the recipe
 * @param labels whether labels are an output beside the probabilities
 */
record ServingGraph(ModelManifest manifest, InferencePlan plan, InnerSteps steps, boolean labels) {
    private static final int CHANNEL_AXIS = 1;

    static ServingGraph of(
            ModelManifest manifest, InferencePlan plan, Recipe recipe, boolean labels, boolean normalisation)
            throws ExportException {
        InnerSteps steps = normalisation ? InnerSteps.atTheEndOf(recipe, plan.mode()) : InnerSteps.none(recipe);
        return new ServingGraph(manifest, plan, steps, labels);
    }

    byte[] graph(byte[] model) {
        return steps.into(GraphTail.of(model, scores(), labels));
    }

    boolean judgesFindings() {
        return manifest.task() == Task.MULTI_LABEL_CLASSIFICATION;
    }

    private GraphTail.Scores scores() {
        return switch (plan.activation()) {
            case SOFTMAX -> GraphTail.Scores.CLASSES;
            case SIGMOID -> GraphTail.Scores.FINDINGS;
            case NONE ->
                judgesFindings()
                        ? GraphTail.Scores.PROBABILITIES_OF_FINDINGS
                        : GraphTail.Scores.PROBABILITIES_OF_CLASSES;
        };
    }

    TensorDescription input() {
        TensorDescription input = manifest.inputs().getFirst();
        List<Long> shape = new ArrayList<>(input.shape());
        shape.set(CHANNEL_AXIS, shape.get(CHANNEL_AXIS) / steps.repeats());
        return new TensorDescription(input.name(), input.elementType(), shape);
    }

    List<TensorDescription> outputs() {
        TensorDescription scores = manifest.outputs().getFirst();
        String name = plan.activation() == InferencePlan.Activation.NONE ? scores.name() : GraphTail.PROBABILITIES;
        TensorDescription probabilities = new TensorDescription(name, scores.elementType(), scores.shape());
        if (!labels) {
            return List.of(probabilities);
        }
        List<Long> shape = new ArrayList<>(scores.shape());
        if (!judgesFindings()) {
            shape.remove(CHANNEL_AXIS);
        }
        return List.of(probabilities, new TensorDescription(GraphTail.LABELS, "int64", shape));
    }
}
