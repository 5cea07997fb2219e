package org.roentgen.imaging.metrics;

/**
 * Temperature scaling (Guo et al., ICML 2017): the one number that, dividing all logits, makes probabilities most likely. It
 * changes no ranking and no decision of the highest class.
 */
public final class Temperature {
    private static final double LOWEST = 0.05;
    private static final double NEAR_LOWEST = 0.051;
    private static final double HIGHEST = 20;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
    private static final int STEPS = 60;

    private Temperature() {}

    /**
     * The temperature of least negative log-likelihood, between 0.05 and 20; found on the tune split. Where every case is right,
     * colder is better without end: such a split tells nothing of how sure to be, and the temperature stays 1.
     *
     * @param logits case by case, one for each class
     * @param truths the class of each case
     */
    public static double fit(float[] logits, int[] truths) {
        double low = Math.log(LOWEST);
        double high = Math.log(HIGHEST);
        for (int step = 0; step < STEPS; step++) {
            double left = high - GOLDEN * (high - low);
            double right = low + GOLDEN * (high - low);
            if (loss(logits, truths, Math.exp(left)) < loss(logits, truths, Math.exp(right))) {
                high = right;
            } else {
                low = left;
            }
        }
        double fitted = Math.exp((low + high) / 2);
        return fitted < NEAR_LOWEST ? 1 : fitted;
    }

    private static double loss(float[] logits, int[] truths, double temperature) {
        int classes = logits.length / truths.length;
        double loss = 0;
        for (int index = 0; index < truths.length; index++) {
            double highest = Double.NEGATIVE_INFINITY;
            for (int label = 0; label < classes; label++) {
                highest = Math.max(highest, logits[index * classes + label] / temperature);
            }
            double sum = 0;
            for (int label = 0; label < classes; label++) {
                sum += Math.exp(logits[index * classes + label] / temperature - highest);
            }
            loss += highest + Math.log(sum) - logits[index * classes + truths[index]] / temperature;
        }
        return loss / truths.length;
    }
}
