package org.roentgen.training.plan;

import java.util.List;
import org.roentgen.domain.model.Optimization;
import org.roentgen.network.Network;
import org.roentgen.network.StepOptions;
import org.roentgen.network.TrainingProgram;
import org.roentgen.network.loss.BinaryCrossEntropy;
import org.roentgen.network.loss.CrossEntropy;
import org.roentgen.network.loss.FocalLoss;
import org.roentgen.network.loss.Loss;
import org.roentgen.network.loss.OverlapCrossEntropy;
import org.roentgen.network.optimizer.Adam;
import org.roentgen.network.optimizer.AdamW;
import org.roentgen.network.optimizer.Optimizer;
import org.roentgen.network.optimizer.Sgd;

/** Turns the choices of a specification into a training program. */
final class Optimizations {
    private static final float MOST_WEIGHT = 100;

    private Optimizations() {}

    /**
     * @param gradientNormLimit where the specification names none, like {@code averageDecay}
     * @param averageDecay 0: weights are not averaged
     */
    static TrainingProgram program(
            Network network, Optimization chosen, Loss loss, double gradientNormLimit, double averageDecay) {
        return new TrainingProgram(
                network,
                loss,
                optimizer(chosen.optimizer().orElse(Optimization.Optimizer.ADAM_W)),
                precision(chosen.precision().orElse(Optimization.Precision.FLOAT32)),
                options(chosen.refinement().orElse(Optimization.Refinement.NONE), gradientNormLimit, averageDecay));
    }

    private static StepOptions options(Optimization.Refinement chosen, double gradientNormLimit, double averageDecay) {
        return new StepOptions(
                chosen.gradientNormLimit().orElse(gradientNormLimit),
                chosen.averageDecay().orElse(averageDecay),
                chosen.microBatches().orElse(1),
                chosen.mixup().orElse(0.0));
    }

    /**
     * The loss of classes of which one is right.
     *
     * @param otherwise the loss where the specification names none
     * @param trainCases cases of each class in the train split; empty where a case holds many classes
     */
    static Loss loss(Optimization chosen, Optimization.Loss otherwise, List<Integer> trainCases) {
        return switch (chosen.loss().orElse(otherwise)) {
            case CROSS_ENTROPY -> CrossEntropy.unweighted();
            case BALANCED_CROSS_ENTROPY -> balanced(trainCases);
            case FOCAL -> FocalLoss.standard();
            case DICE_CROSS_ENTROPY -> OverlapCrossEntropy.dice();
            case TVERSKY_CROSS_ENTROPY -> OverlapCrossEntropy.tversky();
        };
    }

    /**
     * The loss of findings that do not exclude each other.
     *
     * @param present train cases with each finding
     * @param cases all train cases
     */
    static Loss independentLoss(Optimization chosen, List<Integer> present, int cases) {
        return switch (chosen.loss().orElse(Optimization.Loss.CROSS_ENTROPY)) {
            case CROSS_ENTROPY -> BinaryCrossEntropy.unweighted();
            case BALANCED_CROSS_ENTROPY -> balancedFindings(present, cases);
            case FOCAL, DICE_CROSS_ENTROPY, TVERSKY_CROSS_ENTROPY ->
                throw Options.invalid("The loss " + chosen.loss().orElseThrow()
                        + " is for classes of which one is right; choose CROSS_ENTROPY or BALANCED_CROSS_ENTROPY for"
                        + " a multi-label classification");
        };
    }

    /** A present finding counts as much more as it is rarer than its absence. */
    private static Loss balancedFindings(List<Integer> present, int cases) {
        if (present.contains(0)) {
            throw Options.invalid("The loss BALANCED_CROSS_ENTROPY needs train cases with every finding, but there are "
                    + present + "; choose CROSS_ENTROPY or import more cases");
        }
        return new BinaryCrossEntropy(present.stream()
                .map(count -> (float) Math.min(MOST_WEIGHT, (cases - count) / (double) count))
                .map(weight -> Math.max(1 / MOST_WEIGHT, weight))
                .toList());
    }

    /** Weights inverse to the number of cases, 1 on average over the cases. */
    private static CrossEntropy balanced(List<Integer> trainCases) {
        if (trainCases.isEmpty() || trainCases.contains(0)) {
            throw Options.invalid(
                    "The loss BALANCED_CROSS_ENTROPY needs cases of every class in the train split, but there are "
                            + trainCases + "; choose CROSS_ENTROPY, or DICE_CROSS_ENTROPY for a segmentation");
        }
        double all = trainCases.stream().mapToInt(Integer::intValue).sum();
        return new CrossEntropy(trainCases.stream()
                .map(cases -> (float) (all / trainCases.size() / cases))
                .toList());
    }

    private static Optimizer optimizer(Optimization.Optimizer optimizer) {
        return switch (optimizer) {
            case SGD -> Sgd.standard();
            case ADAM -> Adam.standard();
            case ADAM_W -> AdamW.standard();
        };
    }

    private static TrainingProgram.Precision precision(Optimization.Precision precision) {
        return switch (precision) {
            case FLOAT32 -> TrainingProgram.Precision.FLOAT32;
            case BFLOAT16 -> TrainingProgram.Precision.BFLOAT16;
        };
    }
}
