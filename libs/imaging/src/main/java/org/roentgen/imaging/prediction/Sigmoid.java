package org.roentgen.imaging.prediction;

/** Probabilities of findings that do not exclude each other, from raw scores. */
public final class Sigmoid {
    private Sigmoid() {}

    /** Each score by itself. */
    public static float[] of(float[] scores) {
        float[] probabilities = new float[scores.length];
        for (int index = 0; index < scores.length; index++) {
            probabilities[index] = (float) (1 / (1 + Math.exp(-scores[index])));
        }
        return probabilities;
    }
}
