package org.roentgen.training.run;

import java.util.Map;
import java.util.Optional;
import org.roentgen.domain.object.ObjectId;
import org.roentgen.network.TensorState;
import org.roentgen.network.checkpoint.Checkpoint;

/**
 * Where a training stands between two epochs. Learning rate and data order follow from the epoch, the rest is in the tensors.
 *
 * @param epoch finished epochs
 * @param best the weights of the best epoch so far
 */
record EpochState(int epoch, TensorState tensors, double bestScore, int bestEpoch, Optional<ObjectId> best) {
    private static final String EPOCH = "epoch";
    private static final String BEST_SCORE = "bestScore";
    private static final String BEST_EPOCH = "bestEpoch";
    private static final String BEST = "best";
    private static final String RUN = "trainingRun";

    static EpochState start(TensorState tensors) {
        return new EpochState(0, tensors, Double.NEGATIVE_INFINITY, 0, Optional.empty());
    }

    static EpochState of(Checkpoint checkpoint) {
        return new EpochState(
                Integer.parseInt(checkpoint.property(EPOCH)),
                checkpoint.state(),
                Double.parseDouble(checkpoint.property(BEST_SCORE)),
                Integer.parseInt(checkpoint.property(BEST_EPOCH)),
                Optional.of(new ObjectId(checkpoint.property(BEST))));
    }

    /** The owner keeps equal checkpoints of two trainings apart, so that each can delete its own. */
    Checkpoint toCheckpoint(String owner, ObjectId bestWeights) {
        return new Checkpoint(
                Map.of(
                        RUN, owner,
                        EPOCH, Integer.toString(epoch),
                        BEST_SCORE, Double.toString(bestScore),
                        BEST_EPOCH, Integer.toString(bestEpoch),
                        BEST, bestWeights.value()),
                tensors);
    }

    static Checkpoint weights(String owner, int epoch, TensorState tensors) {
        return new Checkpoint(Map.of(RUN, owner, EPOCH, Integer.toString(epoch), "kind", "best"), tensors);
    }
}
