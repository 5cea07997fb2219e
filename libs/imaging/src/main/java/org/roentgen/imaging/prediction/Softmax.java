package org.roentgen.imaging.prediction;

/** Class probabilities from raw scores. */
public final class Softmax {
    private Softmax() {}

    /**
     * Normalises over the class axis.
     *
     * @param scores batch, class, voxels
     */
    public static float[] of(float[] scores, int batch, int classes) {
        int voxels = scores.length / (batch * classes);
        float[] probabilities = new float[scores.length];
        for (int item = 0; item < batch; item++) {
            int offset = item * classes * voxels;
            for (int voxel = 0; voxel < voxels; voxel++) {
                normalise(scores, probabilities, offset + voxel, voxels, classes);
            }
        }
        return probabilities;
    }

    private static void normalise(float[] scores, float[] probabilities, int first, int stride, int classes) {
        float highest = Float.NEGATIVE_INFINITY;
        for (int label = 0; label < classes; label++) {
            highest = Math.max(highest, scores[first + label * stride]);
        }
        double sum = 0;
        for (int label = 0; label < classes; label++) {
            double value = Math.exp(scores[first + label * stride] - highest);
            probabilities[first + label * stride] = (float) value;
            sum += value;
        }
        for (int label = 0; label < classes; label++) {
            probabilities[first + label * stride] /= (float) sum;
        }
    }
}
