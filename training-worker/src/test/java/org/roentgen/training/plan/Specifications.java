package org.roentgen.training.plan;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.roentgen.domain.dataset.Task;
import org.roentgen.domain.model.Optimization;
import org.roentgen.domain.model.TrainingSpec;

/** What a training is asked for, all else left to the planner. */
final class Specifications {
    private Specifications() {}

    static TrainingSpec of(
            Task task, String network, @Nullable Integer epochs, Optimization.@Nullable Augmentation augmentation) {
        Optimization optimization = new Optimization(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.ofNullable(augmentation),
                false,
                Optional.empty());
        return new TrainingSpec(
                task,
                network,
                Optional.empty(),
                Map.of(),
                Optional.ofNullable(epochs),
                Optional.empty(),
                Optional.empty(),
                1,
                TrainingSpec.DEFAULT_PARITY_TOLERANCE,
                Optional.of(optimization));
    }
}
