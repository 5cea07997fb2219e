package org.roentgen.training.run;

import org.roentgen.domain.error.ErrorCode;
import org.roentgen.domain.error.RoentgenException;
import org.roentgen.domain.model.Optimization.Schedule;
import org.roentgen.training.engine.TrainingSession;
import org.roentgen.training.plan.TrainingPlan;
import org.roentgen.training.task.LearningTask;

/** The steps of an epoch: batches are made beside the engine, each step has its learning rate. */
public final class StepLoop {
    private final TrainingPlan plan;
    private final LearningTask task;
    private final LearningRate rate;

    public StepLoop(TrainingPlan plan, LearningTask task) {
        this.plan = plan;
        this.task = task;
        this.rate = LearningRate.over(
                plan.optimization().schedule().orElse(Schedule.COSINE),
                plan.learningRate(),
                plan.epochs() * plan.stepsPerEpoch());
    }

    /**
     * Runs all steps of an epoch.
     *
     * @param epoch counted from 0
     * @return the mean loss
     * @throws RoentgenException when the loss is not finite
     */
    public double run(TrainingSession session, int epoch, Cancellation cancellation)
            throws InterruptedException, CancelledException {
        int steps = plan.stepsPerEpoch();
        double sum = 0;
        try (Prefetcher batches = new Prefetcher(task, epoch)) {
            for (int step = 0; step < steps; step++) {
                cancellation.check();
                float loss = session.step(batches.take(), rate.at(epoch * steps + step));
                if (!Float.isFinite(loss)) {
                    throw new RoentgenException(
                            ErrorCode.INVALID_TRAINING_SPEC,
                            "The loss became " + loss + " in epoch " + (epoch + 1) + ", step " + (step + 1)
                                    + " at the learning rate " + plan.learningRate() + "; use a lower learningRate");
                }
                sum += loss;
            }
        }
        return sum / steps;
    }

    /** The learning rate of the last step before an epoch has ended. */
    double lastRate(int finishedEpochs) {
        return rate.at(finishedEpochs * plan.stepsPerEpoch() - 1);
    }
}
