package org.roentgen.training.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.roentgen.domain.dataset.Task;
import org.roentgen.domain.model.Optimization;
import org.roentgen.domain.model.TrainingSpec;
import org.roentgen.imaging.Volume;
import org.roentgen.imaging.VolumeGrid;
import org.roentgen.imaging.augment.Augmentation;
import org.roentgen.imaging.augment.AugmentationPlan;
import org.roentgen.imaging.prediction.InferencePlan;
import org.roentgen.imaging.recipe.GeometryStep;
import org.roentgen.imaging.recipe.IntensityStep;
import org.roentgen.imaging.recipe.Preprocessed;
import org.roentgen.imaging.recipe.Recipe;
import org.roentgen.imaging.recipe.RecipeStep;
import org.roentgen.network.FeatureShape;
import org.roentgen.network.Network;
import org.roentgen.network.TrainingProgram;
import org.roentgen.network.loss.Loss;
import org.roentgen.network.zoo.DenseNet;
import org.roentgen.network.zoo.EfficientNet;
import org.roentgen.network.zoo.ResNet;
import org.roentgen.network.zoo.SmallCnn;
import org.roentgen.training.dataset.Fingerprint;

/** Chooses the recipe and the network of a classification, of one class or of findings that may be present together. */
final class ClassificationPlanner {
    private static final int LARGEST_SIDE = 224;
    private static final int LARGEST_SIDE_OF_VOLUMES = 64;
    private static final int SIDE_MULTIPLE = 4;
    private static final int EPOCHS = 20;
    private static final int BATCH = 64;
    private static final double RATE = 1e-3;
    private static final double NORM_LIMIT = 5;
    private static final double DROPOUT = 0.5;

    private ClassificationPlanner() {}

    static TrainingPlan plan(TrainingSpec spec, Fingerprint data, List<Integer> trainCases) {
        int classes = trainCases.size();
        Optimization optimization = spec.optimization().orElse(Optimization.AUTOMATIC);
        Recipe recipe = spec.recipe().map(Planner::recipe).orElseGet(() -> recipe(data));
        FeatureShape input = inputShape(recipe, data);
        Options options = new Options(spec.networkOptions(), Set.of("dropout"));
        double dropout = options.number("dropout", DROPOUT, 0, 0.9);
        Network network =
                switch (spec.network()) {
                    case "auto", "small-cnn" -> SmallCnn.of(input, classes, dropout);
                    case "resnet-18" -> ResNet.RESNET_18.build(input, classes);
                    case "resnet-34" -> ResNet.RESNET_34.build(input, classes);
                    case "resnet-50" -> ResNet.RESNET_50.build(input, classes);
                    case "densenet-121" -> DenseNet.DENSENET_121.build(input, classes);
                    case "efficientnet-small" -> EfficientNet.small(input, classes, dropout);
                    default ->
                        throw Options.invalid(
                                "Network '" + spec.network() + "' is not known for classification;"
                                        + " choose small-cnn, resnet-18, resnet-34, resnet-50, densenet-121 or efficientnet-small");
                };
        boolean independent = spec.task() == Task.MULTI_LABEL_CLASSIFICATION;
        Loss loss = independent
                ? Optimizations.independentLoss(optimization, trainCases, data.cases())
                : Optimizations.loss(optimization, Optimization.Loss.CROSS_ENTROPY, trainCases);
        TrainingProgram program = Optimizations.program(network, optimization, loss, NORM_LIMIT, 0);
        int batch = Math.min(spec.batchSize().orElse(BATCH), data.cases());
        return new TrainingPlan(
                spec.task(),
                spec.network().equals("auto") ? "small-cnn" : spec.network(),
                Map.of("dropout", dropout),
                classes,
                recipe,
                program,
                optimization,
                independent ? InferencePlan.independentFindings() : InferencePlan.whole(InferencePlan.Cleanup.NONE),
                augmentation(data, optimization, input.rank()),
                spec.epochs().orElse(EPOCHS),
                batch,
                data.cases(),
                spec.learningRate().orElse(RATE),
                spec.seed());
    }

    /** One size for all; values standardised over the data set where they are comparable, else each image by itself. */
    private static Recipe recipe(Fingerprint data) {
        List<RecipeStep> steps = new ArrayList<>();
        if (!data.isFlat()) {
            steps.add(new GeometryStep.Orient("RAS"));
        }
        List<Integer> size = size(data);
        if (!data.isOneSize() || !size.equals(data.medianSize())) {
            steps.add(new GeometryStep.Resize(size));
        }
        if (data.bytes()) {
            steps.add(new IntensityStep.Standardize(data.mean(), Math.max(1e-6, data.deviation())));
        } else {
            steps.add(new IntensityStep.ClipPercentiles(0.5, 99.5));
            steps.add(new IntensityStep.ZScore(false));
        }
        return new Recipe(Recipe.SCHEMA_VERSION, steps);
    }

    private static List<Integer> size(Fingerprint data) {
        int most = data.isFlat() ? LARGEST_SIDE : LARGEST_SIDE_OF_VOLUMES;
        List<Integer> sizes = new ArrayList<>();
        for (int size : data.medianSize()) {
            int rounded = Math.max(SIDE_MULTIPLE, Math.round((float) size / SIDE_MULTIPLE) * SIDE_MULTIPLE);
            sizes.add(size == 1 ? 1 : Math.min(most, rounded));
        }
        return sizes;
    }

    /** What the recipe makes of an image of the median size; a recipe must bring all images to it. */
    private static FeatureShape inputShape(Recipe recipe, Fingerprint data) {
        VolumeGrid grid =
                VolumeGrid.flat(data.medianSize().get(0), data.medianSize().get(1));
        VolumeGrid image =
                new VolumeGrid(grid.width(), grid.height(), data.medianSize().get(2), grid.affine());
        List<Volume> channels = new ArrayList<>();
        for (int channel = 0; channel < data.channels(); channel++) {
            channels.add(new Volume(image, new float[image.voxelCount()]));
        }
        Preprocessed sample = recipe.apply(channels);
        VolumeGrid end = sample.grid();
        return end.depth() == 1
                ? FeatureShape.of(sample.channels(), end.height(), end.width())
                : FeatureShape.of(sample.channels(), end.depth(), end.height(), end.width());
    }

    /** Slices much thicker than pixels are not tilted: they would mix with their neighbours. */
    private static AugmentationPlan augmentation(Fingerprint data, Optimization optimization, int axes) {
        List<Augmentation> steps = new ArrayList<>(Planner.mirrorings(optimization.mirror(), axes));
        if (optimization.augmentation().orElse(Optimization.Augmentation.LIGHT) == Optimization.Augmentation.LIGHT) {
            steps.add(new Augmentation.Affine(10, 0.1, 0.8));
            steps.add(new Augmentation.Intensity(0.1, 0.1));
            return new AugmentationPlan(steps);
        }
        steps.add(new Augmentation.Shift(0.08, 0.8));
        steps.add(new Augmentation.Deform(15, data.isThick() ? 0 : 10, 0.15, 0.5, 0.8));
        steps.add(new Augmentation.Gamma(0.3));
        steps.add(new Augmentation.Intensity(0.3, 0.3));
        steps.add(new Augmentation.Blur(1, 0.2));
        steps.add(new Augmentation.Noise(0.1));
        return new AugmentationPlan(steps);
    }
}
