package org.roentgen.training.run;

/**
 * Linear warm-up over the first steps, then half a cosine down to 1% of the base rate. It depends on the step alone, so a
 * resumed training repeats it.
 */
record LearningRate(double base, int warmUp, int total) {
    private static final double FLOOR = 0.01;
    private static final int LONGEST_WARM_UP = 100;

    static LearningRate over(double base, int total) {
        return new LearningRate(base, Math.min(LONGEST_WARM_UP, total / 20), total);
    }

    float at(int step) {
        if (step < warmUp) {
            return (float) (base * (step + 1) / (warmUp + 1));
        }
        double done = (double) (step - warmUp) / Math.max(1, total - warmUp);
        return (float) (base * (FLOOR + (1 - FLOOR) * 0.5 * (1 + Math.cos(Math.PI * done))));
    }
}
