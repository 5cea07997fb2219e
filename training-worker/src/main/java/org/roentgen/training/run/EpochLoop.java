package org.roentgen.training.run;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.roentgen.domain.TrainingRunId;
import org.roentgen.domain.error.ErrorCode;
import org.roentgen.domain.error.RoentgenException;
import org.roentgen.domain.model.Optimization.Schedule;
import org.roentgen.domain.object.ObjectId;
import org.roentgen.network.TensorState;
import org.roentgen.training.engine.TrainingSession;
import org.roentgen.training.plan.TrainingPlan;
import org.roentgen.training.task.LearningTask;

/** Trains epoch after epoch, with a checkpoint after each. */
final class EpochLoop {
    /** Called after the checkpoint of an epoch is durable; counted from 1. */
    interface Listener {
        void finished(int epoch, Map<String, Double> metrics, double secondsLeft);
    }

    private final TrainingRunId run;
    private final TrainingPlan plan;
    private final LearningTask task;
    private final Checkpoints checkpoints;
    private final Cancellation cancellation;
    private final LearningRate rate;

    EpochLoop(
            TrainingRunId run,
            TrainingPlan plan,
            LearningTask task,
            Checkpoints checkpoints,
            Cancellation cancellation) {
        this.run = run;
        this.plan = plan;
        this.task = task;
        this.checkpoints = checkpoints;
        this.cancellation = cancellation;
        this.rate = LearningRate.over(
                plan.optimization().schedule().orElse(Schedule.COSINE),
                plan.learningRate(),
                plan.epochs() * plan.stepsPerEpoch());
    }

    /** Goes on from a state until all epochs are done or the patience is over; returns the last state. */
    EpochState run(TrainingSession session, EpochState from, Listener listener)
            throws IOException, InterruptedException, CancelledException {
        EpochState state = from;
        long started = System.nanoTime();
        while (state.epoch() < plan.epochs() && !isHopeless(state)) {
            int epoch = state.epoch();
            double loss = train(session, epoch);
            LearningTask.TuneResult tuned = task.tune(session);
            state = save(session, state, tuned.score());
            Map<String, Double> metrics = new TreeMap<>(tuned.metrics());
            metrics.put("trainLoss", loss);
            metrics.put("learningRate", (double) rate.at(state.epoch() * plan.stepsPerEpoch() - 1));
            double seconds = (System.nanoTime() - started) / 1e9;
            double left = seconds / (state.epoch() - from.epoch()) * (plan.epochs() - state.epoch());
            listener.finished(state.epoch(), metrics, left);
        }
        return state;
    }

    private boolean isHopeless(EpochState state) {
        return plan.optimization()
                .patience()
                .filter(patience -> state.epoch() - state.bestEpoch() >= patience)
                .isPresent();
    }

    private double train(TrainingSession session, int epoch) throws InterruptedException, CancelledException {
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

    private EpochState save(TrainingSession session, EpochState before, double score) throws IOException {
        TensorState tensors = session.state();
        boolean better = before.best().isEmpty() || score > before.bestScore();
        int epoch = before.epoch() + 1;
        ObjectId best = better
                ? checkpoints.put(EpochState.weights(run, epoch, tensors))
                : before.best().orElseThrow();
        EpochState state = new EpochState(
                epoch,
                tensors,
                better ? score : before.bestScore(),
                better ? epoch : before.bestEpoch(),
                Optional.of(best));
        checkpoints.advance(checkpoints.put(state.toCheckpoint(run, best)));
        return state;
    }
}
