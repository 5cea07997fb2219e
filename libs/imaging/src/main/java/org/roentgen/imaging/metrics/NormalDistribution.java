package org.roentgen.imaging.metrics;

/** The standard normal distribution. */
final class NormalDistribution {
    /** Half the width of a 95% interval in standard deviations. */
    static final double QUANTILE_975 = 1.959963984540054;

    private NormalDistribution() {}

    /** Probability of a value at least as far from 0, on either side; error below 2e-7 of the result (Press et al., erfc). */
    static double twoSided(double deviations) {
        double x = Math.abs(deviations) / Math.sqrt(2);
        double t = 1 / (1 + x / 2);
        double polynomial = -x * x
                - 1.26551223
                + t
                        * (1.00002368
                                + t
                                        * (0.37409196
                                                + t
                                                        * (0.09678418
                                                                + t
                                                                        * (-0.18628806
                                                                                + t
                                                                                        * (0.27886807
                                                                                                + t
                                                                                                        * (-1.13520398
                                                                                                                + t
                                                                                                                        * (1.48851587
                                                                                                                                + t
                                                                                                                                        * (-0.82215223
                                                                                                                                                + t
                                                                                                                                                        * 0.17087277))))))));
        return Math.min(1, t * Math.exp(polynomial));
    }
}
