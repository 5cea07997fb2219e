package org.roentgen.training.serving;

import java.util.List;
import org.roentgen.imaging.prediction.InferencePlan.Activation;
import org.roentgen.imaging.window.PatchPredictor;

/**
 * The members of an ensemble, one after another, as a reference for the merged model: scores whose probabilities are the means of
 * the members' probabilities.
 */
public record EnsemblePredictor(List<PatchPredictor> members, Activation activation, int classes)
        implements PatchPredictor {
    public EnsemblePredictor {
        members = List.copyOf(members);
    }

    @Override
    public float[] predict(float[] input, long[] shape) {
        List<float[]> scores =
                members.stream().map(member -> member.predict(input, shape)).toList();
        int size = scores.getFirst().length;
        int voxels = size / ((int) shape[0] * classes);
        double[][] logarithms = new double[members.size()][];
        float[] merged = new float[size];
        for (int member = 0; member < logarithms.length; member++) {
            logarithms[member] = activation == Activation.SIGMOID
                    ? present(scores.get(member), 1)
                    : logSoftmax(scores.get(member), voxels);
        }
        for (int place = 0; place < size; place++) {
            merged[place] = (float) sum(logarithms, place);
        }
        if (activation == Activation.SIGMOID) {
            for (int member = 0; member < logarithms.length; member++) {
                logarithms[member] = present(scores.get(member), -1);
            }
            for (int place = 0; place < size; place++) {
                merged[place] -= (float) sum(logarithms, place);
            }
        }
        return merged;
    }

    /** The logarithm of the sum over members, by its largest term. */
    private static double sum(double[][] logarithms, int place) {
        double highest = Double.NEGATIVE_INFINITY;
        for (double[] member : logarithms) {
            highest = Math.max(highest, member[place]);
        }
        double sum = 0;
        for (double[] member : logarithms) {
            sum += Math.exp(member[place] - highest);
        }
        return highest + Math.log(sum);
    }

    /** Logarithms of the probabilities that findings are there, or with the sign -1 that they are not. */
    private static double[] present(float[] scores, int sign) {
        double[] logarithms = new double[scores.length];
        for (int place = 0; place < scores.length; place++) {
            double score = sign * (double) scores[place];
            logarithms[place] = Math.min(0, score) - Math.log1p(Math.exp(-Math.abs(score)));
        }
        return logarithms;
    }

    private double[] logSoftmax(float[] scores, int voxels) {
        double[] logarithms = new double[scores.length];
        for (int place = 0; place < scores.length; place++) {
            int first = place / (classes * voxels) * classes * voxels + place % voxels;
            double highest = Double.NEGATIVE_INFINITY;
            for (int label = 0; label < classes; label++) {
                highest = Math.max(highest, scores[first + label * voxels]);
            }
            double all = 0;
            for (int label = 0; label < classes; label++) {
                all += Math.exp(scores[first + label * voxels] - highest);
            }
            logarithms[place] = scores[place] - highest - Math.log(all);
        }
        return logarithms;
    }
}
