package org.roentgen.training.plan;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.roentgen.domain.dataset.Task;
import org.roentgen.domain.model.Optimization;
import org.roentgen.imaging.augment.AugmentationPlan;
import org.roentgen.imaging.prediction.InferencePlan;
import org.roentgen.imaging.recipe.Recipe;
import org.roentgen.network.TrainingProgram;

/**
 * A training with nothing left open.
 *
 * @param networkOptions the options of the network as chosen, for the manifest
 * @param inference how the network is run over an image when the model is used
 * @param optimization the choices of the specification; what is empty is as the plan's makers see fit
 * @param samplesPerEpoch samples drawn in one epoch
 */
public record TrainingPlan(
        Task task,
        String network,
        Map<String, Object> networkOptions,
        int classes,
        Recipe recipe,
        TrainingProgram program,
        Optimization optimization,
        InferencePlan inference,
        AugmentationPlan augmentation,
        int epochs,
        int batchSize,
        int samplesPerEpoch,
        double learningRate,
        long seed) {
    public TrainingPlan {
        networkOptions = Collections.unmodifiableMap(new TreeMap<>(networkOptions));
    }

    /** The same with another program for the same network. */
    public TrainingPlan withProgram(TrainingProgram other) {
        return with(other, inference, seed);
    }

    /** The same, run over an image in another way. */
    public TrainingPlan withInference(InferencePlan other) {
        return with(program, other, seed);
    }

    /** The same with other random numbers. */
    public TrainingPlan withSeed(long other) {
        return with(program, inference, other);
    }

    private TrainingPlan with(TrainingProgram otherProgram, InferencePlan otherInference, long otherSeed) {
        return new TrainingPlan(
                task,
                network,
                networkOptions,
                classes,
                recipe,
                otherProgram,
                optimization,
                otherInference,
                augmentation,
                epochs,
                batchSize,
                samplesPerEpoch,
                learningRate,
                otherSeed);
    }

    public int stepsPerEpoch() {
        return Math.max(1, samplesPerEpoch / batchSize);
    }

    /** Whether the network sees images as the recipe makes them, not patches of them. */
    public boolean isWholeImages() {
        return task != Task.SEGMENTATION;
    }

    /** Whether the network takes slices. */
    public boolean isFlat() {
        return program.network().input().rank() == 2;
    }
}
