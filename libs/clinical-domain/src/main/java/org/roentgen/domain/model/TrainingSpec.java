package org.roentgen.domain.model;

import java.util.Map;
import java.util.Optional;
import org.roentgen.domain.dataset.Task;

/**
 * What to train and how. Empty options are chosen from the dataset's fingerprint and written back into the model manifest.
 *
 * @param network {@code small-cnn}, {@code unet} or another network that the worker knows
 * @param recipe preprocessing recipe as the JSON of {@code libs/imaging}
 * @param networkOptions network-specific, such as {@code width}, {@code depth}, {@code dimensions}
 * @param learningRate initial learning rate
 * @param optimization how the weights are found; empty: all left to the worker
 * @param parityTolerance largest absolute difference allowed between PyTorch and ONNX Runtime on held-back inputs
 */
public record TrainingSpec(
        Task task,
        String network,
        Optional<Map<String, Object>> recipe,
        Map<String, Object> networkOptions,
        Optional<Integer> epochs,
        Optional<Integer> batchSize,
        Optional<Double> learningRate,
        long seed,
        double parityTolerance,
        Optional<Optimization> optimization) {
    public static final double DEFAULT_PARITY_TOLERANCE = 1e-4;

    public TrainingSpec {
        networkOptions = Map.copyOf(networkOptions);
        if (parityTolerance <= 0) {
            throw new IllegalArgumentException("parityTolerance " + parityTolerance + " must be greater than 0");
        }
    }
}
