package org.roentgen.training.evaluation;

import org.roentgen.imaging.metrics.BinaryScores;

/**
 * One class against the rest, for all cases.
 *
 * @param name {@code auc} of two classes, else {@code auc.} and the class
 */
@SuppressWarnings("ArrayRecordComponent")
record Finding(String name, double[] scores, boolean[] positive) {
    double auc(int[] cases) {
        return new BinaryScores(scores, positive).select(cases).rocAuc();
    }

    /** The share of the chosen cases with the finding that reach the threshold; NaN where none has it. */
    double sensitivity(int[] cases, double threshold) {
        return new BinaryScores(scores, positive).select(cases).at(threshold).sensitivity();
    }

    /** The share of the chosen cases without the finding that stay below the threshold; NaN where all have it. */
    double specificity(int[] cases, double threshold) {
        return new BinaryScores(scores, positive).select(cases).at(threshold).specificity();
    }

    /** Whether there are enough cases on both sides to compare two curves. */
    boolean canBeCompared() {
        int positives = 0;
        for (boolean each : positive) {
            positives += each ? 1 : 0;
        }
        return positives > 1 && positive.length - positives > 1;
    }
}
