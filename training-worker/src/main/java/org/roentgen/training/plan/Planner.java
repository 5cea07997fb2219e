package org.roentgen.training.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.roentgen.domain.dataset.Task;
import org.roentgen.domain.model.Optimization;
import org.roentgen.domain.model.TrainingSpec;
import org.roentgen.domain.model.Transfer;
import org.roentgen.imaging.augment.Augmentation;
import org.roentgen.imaging.recipe.Recipe;
import org.roentgen.imaging.recipe.RecipeJson;
import org.roentgen.network.InvalidNetworkException;
import org.roentgen.training.dataset.Fingerprint;

/** Chooses what a specification leaves open from the fingerprint of the data. */
public final class Planner {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Planner() {}

    /**
     * Plans a training.
     *
     * @param trainCases cases of each class in the train split
     * @throws org.roentgen.domain.error.RoentgenException when the specification breaks a rule, naming it and the fix
     */
    public static TrainingPlan plan(TrainingSpec spec, Fingerprint fingerprint, List<Integer> trainCases) {
        try {
            check(spec);
            return checked(frozen(
                    spec,
                    spec.task() == Task.SEGMENTATION
                            ? SegmentationPlanner.plan(spec, fingerprint, trainCases.size())
                            : ClassificationPlanner.plan(spec, fingerprint, trainCases)));
        } catch (InvalidNetworkException e) {
            throw Options.invalid("The network cannot be built: " + e.getMessage());
        }
    }

    private static void check(TrainingSpec spec) {
        spec.epochs().ifPresent(epochs -> range("epochs", epochs, 1, 10_000));
        spec.batchSize().ifPresent(size -> range("batchSize", size, 1, 4096));
        spec.folds().ifPresent(folds -> range("folds", folds, 2, 10));
        spec.optimization()
                .flatMap(Optimization::patience)
                .ifPresent(patience -> range("patience", patience, 1, 10_000));
        spec.optimization()
                .flatMap(Optimization::refinement)
                .flatMap(Optimization.Refinement::microBatches)
                .ifPresent(parts -> range("microBatches", parts, 1, 4096));
        spec.learningRate().ifPresent(rate -> {
            if (!(rate > 0 && rate <= 10)) {
                throw Options.invalid("learningRate is " + rate + ", it must be above 0 and at most 10");
            }
        });
    }

    private static TrainingPlan frozen(TrainingSpec spec, TrainingPlan plan) {
        List<String> frozen = spec.transfer().map(Transfer::frozen).orElse(List.of());
        return frozen.isEmpty()
                ? plan
                : plan.withProgram(
                        plan.program().withFrozen(FrozenLayers.of(plan.program().network(), frozen)));
    }

    private static TrainingPlan checked(TrainingPlan plan) {
        int parts = plan.program().options().microBatches();
        if (plan.batchSize() % parts != 0) {
            throw Options.invalid("The batch size is " + plan.batchSize() + ", which " + parts
                    + " micro-batches do not divide; choose a batchSize that is a multiple of microBatches");
        }
        return plan;
    }

    private static void range(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw Options.invalid(name + " is " + value + ", it must be from " + least + " to " + most);
        }
    }

    /** Left and right, front and back matter in a body: images are mirrored only where the specification says so. */
    static List<Augmentation> mirrorings(boolean mirror, int axes) {
        return mirror
                ? IntStream.range(0, axes)
                        .mapToObj(axis -> (Augmentation) new Augmentation.Flip(axis, 0.5))
                        .toList()
                : List.of();
    }

    /** The recipe of the specification, read strictly. */
    static Recipe recipe(Map<String, Object> given) {
        try {
            return RecipeJson.read(JSON.writeValueAsString(given));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw Options.invalid("The recipe is not valid: " + e.getMessage());
        }
    }
}
