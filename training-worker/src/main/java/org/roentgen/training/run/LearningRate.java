package org.roentgen.training.run;

import org.roentgen.domain.model.Optimization.Schedule;

/** The learning rate of each step. It depends on the step alone, so a resumed training repeats it. */
record LearningRate(Schedule schedule, double base, int warmUp, int total) {
    private static final double FLOOR = 0.01;
    private static final double POWER = 0.9;
    private static final double RISE = 0.3;
    private static final int LONGEST_WARM_UP = 100;

    static LearningRate over(Schedule schedule, double base, int total) {
        int warmUp = schedule == Schedule.ONE_CYCLE ? 0 : Math.min(LONGEST_WARM_UP, total / 20);
        return new LearningRate(schedule, base, warmUp, total);
    }

    float at(int step) {
        if (step < warmUp) {
            return (float) (base * (step + 1) / (warmUp + 1));
        }
        double done = (double) (step - warmUp) / Math.max(1, total - warmUp);
        return (float) (base
                * switch (schedule) {
                    case CONSTANT -> 1;
                    case COSINE -> fall(done);
                    case POLYNOMIAL -> Math.pow(1 - done, POWER);
                    case ONE_CYCLE -> done < RISE ? fall(1 - done / RISE) : fall((done - RISE) / (1 - RISE));
                });
    }

    /** Half a cosine from 1 down to the floor. */
    private static double fall(double done) {
        return FLOOR + (1 - FLOOR) * 0.5 * (1 + Math.cos(Math.PI * done));
    }
}
