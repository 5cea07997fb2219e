package org.roentgen.training.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.roentgen.domain.model.Optimization;
import org.roentgen.domain.model.TrainingSpec;
import org.roentgen.imaging.augment.Augmentation;
import org.roentgen.imaging.augment.AugmentationPlan;
import org.roentgen.imaging.prediction.InferencePlan;
import org.roentgen.imaging.recipe.GeometryStep;
import org.roentgen.imaging.recipe.IntensityStep;
import org.roentgen.imaging.recipe.Recipe;
import org.roentgen.imaging.recipe.RecipeStep;
import org.roentgen.network.FeatureShape;
import org.roentgen.network.Network;
import org.roentgen.network.TrainingProgram;
import org.roentgen.network.zoo.ResidualUNet;
import org.roentgen.network.zoo.UNet;
import org.roentgen.training.dataset.Fingerprint;

/** Chooses the recipe, the patch and the U-Net of a segmentation. */
final class SegmentationPlanner {
    private static final int THIN = 12;
    /** Enough for a few hundred volumes: twice as many made them no better. A larger data set sees fewer epochs. */
    private static final int STEPS_OF_VOLUMES = 2800;

    private static final int STEPS_OF_SLICES = 2400;
    private static final int FEWEST_EPOCHS = 12;
    /** So many epochs learn the images by heart, unless each looks different every time; and their weights are worth averaging. */
    private static final int MANY_EPOCHS = 25;

    private static final double AVERAGE_DECAY = 0.999;
    private static final int WIDTH_OF_SLICES = 24;
    /** Sixteen channels fill a processor's vectors: a step takes no longer than with twelve. */
    private static final int WIDTH_OF_VOLUMES = 16;

    private static final int BATCH_OF_VOLUMES = 2;
    private static final int BATCH_OF_SLICES = 16;
    private static final double RATE = 3e-3;
    private static final double NORM_LIMIT = 12;
    private static final int TRAINING_VOXELS = 64 * 64 * 64;
    private static final int INFERENCE_VOXELS = 96 * 96 * 96;
    private static final double OVERLAP = 0.5;
    private static final int SLICES_AT_ONCE = 8;

    private SegmentationPlanner() {}

    static TrainingPlan plan(TrainingSpec spec, Fingerprint data, int classes) {
        boolean residual = spec.network().equals("residual-unet");
        if (!residual && !spec.network().equals("unet") && !spec.network().equals("auto")) {
            throw Options.invalid(
                    "Network '" + spec.network() + "' is not known for segmentation; choose unet or residual-unet");
        }
        if (data.channels() != 1) {
            throw Options.invalid("Images have " + data.channels() + " channels, but segmentation takes one; import"
                    + " each channel as a dataset of its own");
        }
        Options options = new Options(spec.networkOptions(), Set.of("dimensions", "width", "depth"));
        Optimization optimization = spec.optimization().orElse(Optimization.AUTOMATIC);
        int dimensions = options.whole("dimensions", data.medianSize().get(2) < THIN ? 2 : 3, 2, 3);
        int width = options.whole("width", dimensions == 2 ? WIDTH_OF_SLICES : WIDTH_OF_VOLUMES, 1, 512);
        int depth = options.whole("depth", defaultDepth(data, dimensions), 1, 6);
        int multiple = 1 << depth;
        Recipe recipe = spec.recipe().map(Planner::recipe).orElseGet(() -> recipe(data, multiple, dimensions));
        List<Integer> patch = trainingPatch(data, multiple, dimensions);
        FeatureShape input = dimensions == 2
                ? FeatureShape.of(1, patch.get(1), patch.get(0))
                : FeatureShape.of(1, patch.get(2), patch.get(1), patch.get(0));
        Network network = residual
                ? new ResidualUNet(width, depth).build(input, classes)
                : new UNet(width, depth, UNet.Normalization.BATCH).build(input, classes);
        int batch = spec.batchSize().orElse(dimensions == 2 ? BATCH_OF_SLICES : BATCH_OF_VOLUMES);
        int samples =
                dimensions == 2 ? data.cases() * Math.max(1, data.medianSize().get(2) / 2) : data.cases();
        int steps = dimensions == 2 ? STEPS_OF_SLICES : STEPS_OF_VOLUMES;
        int epochs = spec.epochs().orElse(Math.max(FEWEST_EPOCHS, Math.ceilDiv(steps, Math.max(1, samples / batch))));
        boolean isLong = epochs >= MANY_EPOCHS;
        TrainingProgram program = Optimizations.program(
                network,
                optimization,
                Optimizations.loss(optimization, Optimization.Loss.DICE_CROSS_ENTROPY, List.of()),
                NORM_LIMIT,
                isLong ? AVERAGE_DECAY : 0);
        InferencePlan inference = inference(data, multiple, dimensions, patch);
        return new TrainingPlan(
                spec.task(),
                residual ? "residual-unet" : "unet",
                Map.of("dimensions", dimensions, "width", width, "depth", depth),
                classes,
                recipe,
                program,
                optimization,
                optimization.mirror() ? inference.mirrored(axes(dimensions)) : inference,
                augmentation(data, optimization, dimensions, isLong),
                epochs,
                batch,
                samples,
                spec.learningRate().orElse(RATE),
                spec.seed());
    }

    /**
     * One direction and voxel size for all; each image standardised by itself, since scanners differ without limit; padded to
     * sizes that the network can halve.
     */
    private static Recipe recipe(Fingerprint data, int multiple, int dimensions) {
        List<RecipeStep> steps = new ArrayList<>();
        if (!data.isFlat()) {
            steps.add(new GeometryStep.Orient("RAS"));
            steps.add(new GeometryStep.Resample(data.spacingMm()));
        }
        steps.add(new IntensityStep.ClipPercentiles(0.5, 99.5));
        steps.add(new IntensityStep.ZScore(false));
        steps.add(new GeometryStep.PadToMultiple(List.of(multiple, multiple, dimensions == 2 ? 1 : multiple)));
        return new Recipe(Recipe.SCHEMA_VERSION, steps);
    }

    /** At least 4 voxels stay along the shortest axis at the bottom. */
    private static int defaultDepth(Fingerprint data, int dimensions) {
        int shortest = data.medianSize().stream()
                .limit(dimensions)
                .min(Integer::compare)
                .orElseThrow();
        return Math.clamp((int) (Math.log(shortest / 4.0) / Math.log(2)), 1, dimensions == 2 ? 4 : 3);
    }

    /** The median image, cut down along its longest axis until a batch of patches fits. */
    private static List<Integer> trainingPatch(Fingerprint data, int multiple, int dimensions) {
        List<Integer> patch = new ArrayList<>();
        for (int axis = 0; axis < 3; axis++) {
            int size = data.medianSize().get(axis);
            patch.add(axis >= dimensions ? 1 : Math.max(multiple, size / multiple * multiple));
        }
        return shrink(patch, multiple, TRAINING_VOXELS);
    }

    /** Slices one after another; volumes whole where the largest one fits, else in overlapping patches. */
    private static InferencePlan inference(Fingerprint data, int multiple, int dimensions, List<Integer> training) {
        if (dimensions == 2) {
            return InferencePlan.sliceWise(SLICES_AT_ONCE, InferencePlan.Cleanup.NONE);
        }
        List<Integer> padded = data.largestSize().stream()
                .map(size -> Math.ceilDiv(size, multiple) * multiple)
                .toList();
        if (product(padded) <= INFERENCE_VOXELS) {
            return InferencePlan.whole(InferencePlan.Cleanup.NONE);
        }
        return new InferencePlan(
                InferencePlan.Mode.SLIDING_WINDOW,
                training,
                OVERLAP,
                1,
                InferencePlan.Activation.SOFTMAX,
                InferencePlan.Cleanup.NONE,
                List.of());
    }

    private static List<Integer> shrink(List<Integer> patch, int multiple, int limit) {
        List<Integer> shrunk = new ArrayList<>(patch);
        while (product(shrunk) > limit) {
            int longest = IntStream.range(0, 3)
                    .reduce((one, other) -> shrunk.get(one) >= shrunk.get(other) ? one : other)
                    .orElseThrow();
            shrunk.set(longest, Math.max(multiple, shrunk.get(longest) - multiple));
        }
        return shrunk;
    }

    private static long product(List<Integer> sizes) {
        return sizes.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
    }

    private static List<Integer> axes(int dimensions) {
        return IntStream.range(0, dimensions).boxed().toList();
    }

    /** Slices much thicker than pixels are not tilted: they would mix with their neighbours. */
    private static AugmentationPlan augmentation(
            Fingerprint data, Optimization optimization, int dimensions, boolean isLong) {
        Optimization.Augmentation strength = optimization
                .augmentation()
                .orElse(isLong ? Optimization.Augmentation.STRONG : Optimization.Augmentation.LIGHT);
        List<Augmentation> steps = new ArrayList<>(Planner.mirrorings(optimization.mirror(), dimensions));
        if (strength == Optimization.Augmentation.STRONG) {
            steps.add(new Augmentation.Deform(15, dimensions == 2 || data.isThick() ? 0 : 10, 0.15, 1, 0.7));
            steps.add(new Augmentation.Gamma(0.3));
        } else {
            steps.add(new Augmentation.Affine(10, 0.1, 0.5));
        }
        steps.add(new Augmentation.Intensity(0.15, 0.15));
        steps.add(new Augmentation.Noise(0.1));
        return new AugmentationPlan(steps);
    }
}
