package org.roentgen.api.training;

import java.util.Map;
import java.util.Optional;
import org.roentgen.domain.dataset.Task;
import org.roentgen.domain.model.Optimization;
import org.roentgen.domain.model.TrainingSpec;
import org.roentgen.domain.model.Transfer;

/** A training specification as a person writes it; what is left out gets its default or is chosen from the data. */
public record SpecRequest(
        Task task,
        String network,
        Optional<Map<String, Object>> recipe,
        Optional<Map<String, Object>> networkOptions,
        Optional<Integer> epochs,
        Optional<Integer> batchSize,
        Optional<Double> learningRate,
        Optional<Long> seed,
        Optional<Double> parityTolerance,
        Optional<Optimization> optimization,
        Optional<TransferRequest> transfer,
        Optional<Integer> folds) {
    private static final long DEFAULT_SEED = 20_260_101L;

    /** @param from what {@code transfer} names */
    TrainingSpec complete(Optional<Transfer> from) {
        return new TrainingSpec(
                task,
                network,
                recipe,
                networkOptions.orElse(Map.of()),
                epochs,
                batchSize,
                learningRate,
                seed.orElse(DEFAULT_SEED),
                parityTolerance.orElse(TrainingSpec.DEFAULT_PARITY_TOLERANCE),
                optimization,
                from,
                folds);
    }
}
