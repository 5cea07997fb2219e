package org.roentgen.domain.model;

import java.util.Optional;

/**
 * How a training looks for its weights. What is empty is chosen by the worker and stands in the model card.
 *
 * @param patience epochs without a better tune score after which the training ends; empty: it runs all its epochs
 * @param mirror whether images are mirrored along their axes as augmentation: only where left and right, front and back may be
 *     exchanged
 * @param refinement what a step does beside forward, loss and update; empty: clips gradients, nothing else
 */
public record Optimization(
        Optional<Loss> loss,
        Optional<Optimizer> optimizer,
        Optional<Schedule> schedule,
        Optional<Precision> precision,
        Optional<Integer> patience,
        Optional<Augmentation> augmentation,
        boolean mirror,
        Optional<Refinement> refinement) {
    /** Everything left to the worker. */
    public static final Optimization AUTOMATIC = new Optimization(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            Optional.empty());

    /**
     * Further means to better weights.
     *
     * @param averageDecay how much of the averaged weights stays at each step, such as 0.999; they are what is evaluated and served
     * @param microBatches parts into which a batch is cut to save memory; the batch size must be a multiple of it
     * @param mixup parameter of the Beta distribution from which shares are drawn to blend pairs of samples and their labels, such
     *     as 0.2
     * @param gradientNormLimit gradients with a larger norm are scaled down to it
     */
    public record Refinement(
            Optional<Double> averageDecay,
            Optional<Integer> microBatches,
            Optional<Double> mixup,
            Optional<Double> gradientNormLimit) {
        /** None of them. */
        public static final Refinement NONE =
                new Refinement(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** What is minimised. */
    public enum Loss {
        CROSS_ENTROPY,
        /** Cross-entropy in which each class counts alike, however rare it is. */
        BALANCED_CROSS_ENTROPY,
        FOCAL,
        /** Soft Dice and cross-entropy; segmentation only. */
        DICE_CROSS_ENTROPY,
        /** Tversky index, which counts misses above false alarms, and cross-entropy; segmentation only. */
        TVERSKY_CROSS_ENTROPY
    }

    /** How the weights follow the gradient. */
    public enum Optimizer {
        SGD,
        ADAM,
        ADAM_W
    }

    /** How the learning rate changes, after a linear warm-up. */
    public enum Schedule {
        CONSTANT,
        /** Half a cosine down to 1 %. */
        COSINE,
        /** (1 - t) to the power of 0.9. */
        POLYNOMIAL,
        /** Up for the first 30 % of the steps, then down (Smith 2018). */
        ONE_CYCLE
    }

    /** How much images are changed at random while training. */
    public enum Augmentation {
        /** Small turns, scales and changes of brightness: learns fast. */
        LIGHT,
        /** Elastic deformation, tilts and changes of contrast too: for trainings of many epochs. */
        STRONG
    }

    /** Precision of convolutions and matrix products; weights and statistics stay in float32. */
    public enum Precision {
        FLOAT32,
        BFLOAT16
    }
}
