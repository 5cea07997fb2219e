package org.roentgen.training.export;

import java.util.ArrayList;
import java.util.List;
import org.roentgen.imaging.prediction.InferencePlan;
import org.roentgen.imaging.recipe.IntensityStep;
import org.roentgen.imaging.recipe.Recipe;
import org.roentgen.imaging.recipe.RecipeStep;
import org.roentgen.imaging.recipe.RepeatChannel;
import org.roentgen.network.onnx.GraphHead;

/**
 * A recipe in two parts: what remains outside of the graph, and the steps at its end that go into it.
 *
 * @param inside in their order
 * @param repeats how many times each channel stands in the network's input
 */
record InnerSteps(Recipe outside, List<IntensityStep> inside, int repeats) {
    InnerSteps {
        inside = List.copyOf(inside);
    }

    static InnerSteps none(Recipe recipe) {
        return new InnerSteps(recipe, List.of(), 1);
    }

    /**
     * Takes as many steps as the graph can do.
     *
     * @throws ExportException naming the step that stands in the way, where there is none
     */
    static InnerSteps atTheEndOf(Recipe recipe, InferencePlan.Mode mode) throws ExportException {
        if (mode == InferencePlan.Mode.SLIDING_WINDOW) {
            throw new ExportException("The model sees its images in patches, which are filled up with zeros after the"
                    + " normalisation: it cannot go into the graph, export without it");
        }
        List<RecipeStep> outside = new ArrayList<>(recipe.steps());
        List<IntensityStep> inside = new ArrayList<>();
        int repeats = 1;
        while (!outside.isEmpty()) {
            RecipeStep last = outside.getLast();
            if (last instanceof RepeatChannel(int count)) {
                repeats *= count;
            } else if (last instanceof IntensityStep step && fits(step, mode)) {
                inside.addFirst(step);
            } else {
                break;
            }
            outside.removeLast();
        }
        if (inside.isEmpty() && repeats == 1) {
            throw new ExportException(
                    outside.isEmpty()
                            ? "The recipe has no step that could go into the graph: export without normalisation"
                            : "The last step of the recipe, " + outside.getLast()
                                    + ", cannot be done in the graph of this model: export without normalisation");
        }
        return new InnerSteps(new Recipe(recipe.schemaVersion(), outside), inside, repeats);
    }

    /** Statistics of an image are not those of its slices. */
    private static boolean fits(IntensityStep step, InferencePlan.Mode mode) {
        return switch (step) {
            case IntensityStep.Clip ignored -> true;
            case IntensityStep.Window ignored -> true;
            case IntensityStep.Standardize ignored -> true;
            case IntensityStep.ZScore ignored -> mode == InferencePlan.Mode.WHOLE;
            case IntensityStep.MinMax ignored -> mode == InferencePlan.Mode.WHOLE;
            case IntensityStep.ClipPercentiles ignored -> false;
            case IntensityStep.ScalePercentiles ignored -> false;
        };
    }

    /** The model that does these steps itself. */
    byte[] into(byte[] model) {
        if (inside.isEmpty() && repeats == 1) {
            return model;
        }
        GraphHead head = new GraphHead(model);
        for (IntensityStep step : inside) {
            add(step, head);
        }
        if (repeats > 1) {
            head.repeatChannels(repeats);
        }
        return head.bytes();
    }

    private static void add(IntensityStep step, GraphHead head) {
        switch (step) {
            case IntensityStep.Clip(double lower, double upper) -> head.clip(lower, upper);
            case IntensityStep.Window(double center, double width) -> {
                head.standardize(center - width / 2, width);
                head.clip(0, 1);
            }
            case IntensityStep.Standardize(double mean, double deviation) -> head.standardize(mean, deviation);
            case IntensityStep.ZScore(boolean nonZeroOnly) -> head.zScore(nonZeroOnly);
            case IntensityStep.MinMax() -> head.scaleToUnit();
            case IntensityStep.ClipPercentiles ignored -> throw new IllegalArgumentException(step + " needs an order");
            case IntensityStep.ScalePercentiles ignored -> throw new IllegalArgumentException(step + " needs an order");
        }
    }

    /** The same steps as the platform does them, on the channels of one image. */
    float[] apply(float[] values, int channels) {
        int length = values.length / channels;
        float[] prepared = new float[values.length * repeats];
        for (int channel = 0; channel < channels; channel++) {
            float[] one = new float[length];
            System.arraycopy(values, channel * length, one, 0, length);
            inside.forEach(step -> step.applyTo(one));
            for (int copy = 0; copy < repeats; copy++) {
                System.arraycopy(one, 0, prepared, (channel * repeats + copy) * length, length);
            }
        }
        return prepared;
    }
}
