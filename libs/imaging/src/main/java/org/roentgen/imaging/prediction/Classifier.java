package org.roentgen.imaging.prediction;

import java.util.ArrayList;
import java.util.List;
import org.roentgen.imaging.ImageFormatException;
import org.roentgen.imaging.Volume;
import org.roentgen.imaging.VolumeGrid;
import org.roentgen.imaging.recipe.Preprocessed;
import org.roentgen.imaging.recipe.Recipe;
import org.roentgen.imaging.window.PatchPredictor;

/** From an image to the probability of each class: recipe, network, activation. */
public final class Classifier {
    private static final int AXES_OF_VOLUMES = 5;

    private final Recipe recipe;
    private final InferencePlan plan;
    private final List<Long> inputShape;
    private final int classes;

    /** @param inputShape batch, channels and spatial sizes that the network takes; -1 is any size */
    public Classifier(Recipe recipe, InferencePlan plan, List<Long> inputShape, int classes) {
        this.recipe = recipe;
        this.plan = plan;
        this.inputShape = List.copyOf(inputShape);
        this.classes = classes;
    }

    /** Whether the network takes volumes, not single pictures. */
    public boolean takesVolumes() {
        return inputShape.size() == AXES_OF_VOLUMES;
    }

    /**
     * The probability of each class.
     *
     * @param channels of one image, on one grid
     * @param network raw scores for a batch
     * @throws ImageFormatException when the recipe does not bring the image to the network's size
     */
    public float[] probabilities(List<Volume> channels, PatchPredictor network) throws ImageFormatException {
        Preprocessed input = recipe.apply(channels);
        return plan.activate(network.predict(input.tensor(), shape(input)), 1, classes);
    }

    private long[] shape(Preprocessed input) throws ImageFormatException {
        VolumeGrid grid = input.grid();
        List<Long> sizes = new ArrayList<>(List.of(1L, (long) input.channels()));
        if (takesVolumes() || grid.depth() > 1) {
            sizes.add((long) grid.depth());
        }
        sizes.add((long) grid.height());
        sizes.add((long) grid.width());
        if (!fits(sizes)) {
            throw new ImageFormatException("The image is " + sizes.subList(1, sizes.size())
                    + " after preprocessing (channels, then sizes), the model takes "
                    + inputShape.subList(1, inputShape.size()) + ": bring it to the form of the training images");
        }
        return sizes.stream().mapToLong(Long::longValue).toArray();
    }

    private boolean fits(List<Long> sizes) {
        if (sizes.size() != inputShape.size()) {
            return false;
        }
        for (int axis = 0; axis < sizes.size(); axis++) {
            if (inputShape.get(axis) >= 0 && !inputShape.get(axis).equals(sizes.get(axis))) {
                return false;
            }
        }
        return true;
    }
}
