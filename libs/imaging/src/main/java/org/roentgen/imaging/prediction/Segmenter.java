package org.roentgen.imaging.prediction;

import java.util.List;
import org.roentgen.imaging.LabelVolume;
import org.roentgen.imaging.Volume;
import org.roentgen.imaging.label.ArgMax;
import org.roentgen.imaging.recipe.Preprocessed;
import org.roentgen.imaging.recipe.Recipe;
import org.roentgen.imaging.window.MirroredPredictor;
import org.roentgen.imaging.window.PatchPredictor;
import org.roentgen.imaging.window.SlidingWindow;

/** From an image to its label map on the image's own grid: recipe, network, probabilities, way back, clean-up. */
public final class Segmenter {
    private final Recipe recipe;
    private final InferencePlan plan;
    private final int classes;

    /** @param classes labels of the network's output, background included */
    public Segmenter(Recipe recipe, InferencePlan plan, int classes) {
        this.recipe = recipe;
        this.plan = plan;
        this.classes = classes;
    }

    /** @param network raw output of the network for a batch, {batch, classes, ...} */
    public LabelVolume segment(Volume image, PatchPredictor network) {
        Preprocessed input = recipe.apply(image);
        PatchPredictor probabilities =
                (patches, shape) -> plan.activate(network.predict(patches, shape), (int) shape[0], classes);
        float[] prediction = new SlidingWindow(
                        plan.patches(input.grid()), new MirroredPredictor(probabilities, plan.mirrorAxes()))
                .run(input.tensor(), input.channels(), input.grid(), classes);
        List<Volume> onImage = input.invertProbabilities(prediction, classes);
        return plan.cleanup().of(ArgMax.of(onImage));
    }
}
