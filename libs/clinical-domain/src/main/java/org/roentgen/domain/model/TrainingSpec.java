package org.roentgen.domain.model;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.roentgen.domain.dataset.Task;

/**
 * What to train and how. Empty options are chosen from the dataset's fingerprint and written back into the model manifest.
 *
 * @param network {@code small-cnn}, {@code unet} or another network that the worker knows
 * @param recipe preprocessing recipe as the JSON of {@code libs/imaging}
 * @param networkOptions network-specific, such as {@code width}, {@code depth}, {@code dimensions}; in the order of their
 *     names, so that what is written of them is the same in each process
 * @param learningRate initial learning rate
 * @param optimization how the weights are found; empty: all left to the worker
 * @param transfer the model whose weights to start from; empty: random weights
 * @param folds trainings of a cross-validation, whose models become one that averages their probabilities; empty: one training
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
        Optional<Optimization> optimization,
        Optional<Transfer> transfer,
        Optional<Integer> folds) {
    public static final double DEFAULT_PARITY_TOLERANCE = 1e-4;

    /** One training that starts from random weights. */
    public TrainingSpec(
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
        this(
                task,
                network,
                recipe,
                networkOptions,
                epochs,
                batchSize,
                learningRate,
                seed,
                parityTolerance,
                optimization,
                Optional.empty(),
                Optional.empty());
    }

    /** The same with what another network needs. */
    public TrainingSpec withNetwork(String name, Map<String, Object> options, Optional<Map<String, Object>> itsRecipe) {
        return with(name, options, itsRecipe, optimization, transfer, folds);
    }

    /** The same with another way to find the weights. */
    public TrainingSpec withOptimization(Optimization other) {
        return with(network, networkOptions, recipe, Optional.of(other), transfer, folds);
    }

    /** The same from the weights of an earlier model. */
    public TrainingSpec withTransfer(Transfer from) {
        return with(network, networkOptions, recipe, optimization, Optional.of(from), folds);
    }

    /** The same as a cross-validation. */
    public TrainingSpec withFolds(int count) {
        return with(network, networkOptions, recipe, optimization, transfer, Optional.of(count));
    }

    private TrainingSpec with(
            String otherNetwork,
            Map<String, Object> otherOptions,
            Optional<Map<String, Object>> otherRecipe,
            Optional<Optimization> otherOptimization,
            Optional<Transfer> otherTransfer,
            Optional<Integer> otherFolds) {
        return new TrainingSpec(
                task,
                otherNetwork,
                otherRecipe,
                otherOptions,
                epochs,
                batchSize,
                learningRate,
                seed,
                parityTolerance,
                otherOptimization,
                otherTransfer,
                otherFolds);
    }

    public TrainingSpec {
        networkOptions = Collections.unmodifiableMap(new TreeMap<>(networkOptions));
        if (parityTolerance <= 0) {
            throw new IllegalArgumentException("parityTolerance " + parityTolerance + " must be greater than 0");
        }
    }
}
