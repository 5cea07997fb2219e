package org.roentgen.imaging.prediction;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.roentgen.imaging.LabelVolume;
import org.roentgen.imaging.VolumeGrid;
import org.roentgen.imaging.label.LargestComponent;
import org.roentgen.imaging.window.PatchPlan;

/**
 * How a segmentation network is run; stands as {@code inference} in a model's manifest.
 *
 * @param patchSize width, height, depth in voxels; for {@link Mode#SLIDING_WINDOW} only
 * @param overlap fraction of a patch that its neighbour covers too; for {@link Mode#SLIDING_WINDOW} only
 * @param batch patches or slices that go to the network at once
 * @param mirrorAxes axes (0 is x, 1 is y, 2 is z) along whose mirrorings the probabilities are averaged; empty for none
 */
public record InferencePlan(
        Mode mode,
        List<Integer> patchSize,
        double overlap,
        int batch,
        Activation activation,
        Cleanup cleanup,
        List<Integer> mirrorAxes) {
    /** What the network sees at once. */
    public enum Mode {
        /** The whole preprocessed volume. */
        WHOLE,
        /** Whole slices, without a depth axis. */
        SLICE_WISE,
        /** Overlapping patches. */
        SLIDING_WINDOW
    }

    /** What makes probabilities of the network's output. */
    public enum Activation {
        SOFTMAX,
        /** Each finding by itself. */
        SIGMOID,
        /** The graph ends in probabilities already. */
        NONE
    }

    /** Which islands are removed. */
    public enum Cleanup {
        NONE,
        LARGEST_OF_EACH_LABEL,
        LARGEST_FOREGROUND;

        /** The label map without the islands. */
        public LabelVolume of(LabelVolume labels) {
            return switch (this) {
                case NONE -> labels;
                case LARGEST_OF_EACH_LABEL -> LargestComponent.ofEachLabel(labels);
                case LARGEST_FOREGROUND -> LargestComponent.ofForeground(labels);
            };
        }
    }

    @JsonCreator
    public InferencePlan(
            @JsonProperty(value = "mode", required = true) Mode mode,
            @JsonProperty("patchSize") List<Integer> patchSize,
            @JsonProperty("overlap") double overlap,
            @JsonProperty("batch") int batch,
            @JsonProperty(value = "activation", required = true) Activation activation,
            @JsonProperty(value = "cleanup", required = true) Cleanup cleanup,
            @JsonProperty("mirrorAxes") List<Integer> mirrorAxes) {
        this.mode = mode;
        this.patchSize = patchSize == null ? List.of() : List.copyOf(patchSize);
        this.overlap = overlap;
        this.batch = Math.max(1, batch);
        this.activation = activation;
        this.cleanup = cleanup;
        this.mirrorAxes = mirrorAxes == null ? List.of() : List.copyOf(mirrorAxes);
        if (mode == Mode.SLIDING_WINDOW && this.patchSize.size() != 3) {
            throw new IllegalArgumentException(
                    "An inference plan with a sliding window needs a patchSize of width, height" + " and depth, not "
                            + this.patchSize);
        }
    }

    public static InferencePlan whole(Cleanup cleanup) {
        return new InferencePlan(Mode.WHOLE, List.of(), 0, 1, Activation.SOFTMAX, cleanup, List.of());
    }

    public static InferencePlan sliceWise(int batch, Cleanup cleanup) {
        return new InferencePlan(Mode.SLICE_WISE, List.of(), 0, batch, Activation.SOFTMAX, cleanup, List.of());
    }

    /** The whole image, each finding by itself. */
    public static InferencePlan independentFindings() {
        return new InferencePlan(Mode.WHOLE, List.of(), 0, 1, Activation.SIGMOID, Cleanup.NONE, List.of());
    }

    /** Probabilities from the network's output for a batch. */
    public float[] activate(float[] output, int batch, int classes) {
        return switch (activation) {
            case SOFTMAX -> Softmax.of(output, batch, classes);
            case SIGMOID -> Sigmoid.of(output);
            case NONE -> output;
        };
    }

    /** The same, averaged over mirrorings. */
    public InferencePlan mirrored(List<Integer> axes) {
        return new InferencePlan(mode, patchSize, overlap, batch, activation, cleanup, axes);
    }

    /** The same with other islands removed. */
    public InferencePlan withCleanup(Cleanup other) {
        return new InferencePlan(mode, patchSize, overlap, batch, activation, other, mirrorAxes);
    }

    PatchPlan patches(VolumeGrid grid) {
        return switch (mode) {
            case WHOLE -> new PatchPlan(grid.width(), grid.height(), grid.depth(), 0, false, 1);
            case SLICE_WISE -> PatchPlan.slices(grid.width(), grid.height(), batch);
            case SLIDING_WINDOW ->
                new PatchPlan(patchSize.get(0), patchSize.get(1), patchSize.get(2), overlap, false, batch);
        };
    }
}
