package org.roentgen.training.run;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.roentgen.domain.object.ObjectId;
import org.roentgen.network.TensorState;
import org.roentgen.training.engine.TrainingSession;
import org.roentgen.training.plan.TrainingPlan;
import org.roentgen.training.task.LearningTask;

/** Trains epoch after epoch, with a checkpoint after each. */
final class EpochLoop {
    /** Called after the checkpoint of an epoch is durable; counted from 1. */
    interface Listener {
        void finished(int epoch, int epochs, Map<String, Double> metrics, double secondsLeft);
    }

    private final TrainingPlan plan;
    private final LearningTask task;
    private final Checkpoints checkpoints;
    private final Cancellation cancellation;
    private final StepLoop steps;

    EpochLoop(TrainingPlan plan, LearningTask task, Checkpoints checkpoints, Cancellation cancellation) {
        this.plan = plan;
        this.task = task;
        this.checkpoints = checkpoints;
        this.cancellation = cancellation;
        this.steps = new StepLoop(plan, task);
    }

    /** Goes on from a state until all epochs are done or the patience is over; returns the last state. */
    EpochState run(TrainingSession session, EpochState from, Listener listener)
            throws IOException, InterruptedException, CancelledException {
        EpochState state = from;
        long started = System.nanoTime();
        while (state.epoch() < plan.epochs() && !isHopeless(state)) {
            int epoch = state.epoch();
            double loss = steps.run(session, epoch, cancellation);
            LearningTask.TuneResult tuned = task.tune(session);
            state = save(session, state, tuned.score());
            Map<String, Double> metrics = new TreeMap<>(tuned.metrics());
            metrics.put("trainLoss", loss);
            metrics.put("learningRate", steps.lastRate(state.epoch()));
            double seconds = (System.nanoTime() - started) / 1e9;
            double left = seconds / (state.epoch() - from.epoch()) * (plan.epochs() - state.epoch());
            listener.finished(state.epoch(), plan.epochs(), metrics, left);
        }
        return state;
    }

    /** Where an earlier attempt stopped. */
    Optional<EpochState> newest() throws IOException {
        return checkpoints.newest().map(EpochState::of);
    }

    /** The weights of the best epoch. */
    TensorState best(EpochState end) throws IOException {
        return checkpoints.read(end.best().orElseThrow()).state();
    }

    private boolean isHopeless(EpochState state) {
        return plan.optimization()
                .patience()
                .filter(patience -> state.epoch() - state.bestEpoch() >= patience)
                .isPresent();
    }

    private EpochState save(TrainingSession session, EpochState before, double score) throws IOException {
        TensorState tensors = session.state();
        boolean better = before.best().isEmpty() || score > before.bestScore();
        int epoch = before.epoch() + 1;
        ObjectId best = better
                ? checkpoints.put(EpochState.weights(checkpoints.owner(), epoch, tensors))
                : before.best().orElseThrow();
        EpochState state = new EpochState(
                epoch,
                tensors,
                better ? score : before.bestScore(),
                better ? epoch : before.bestEpoch(),
                Optional.of(best));
        checkpoints.advance(checkpoints.put(state.toCheckpoint(checkpoints.owner(), best)));
        return state;
    }
}
