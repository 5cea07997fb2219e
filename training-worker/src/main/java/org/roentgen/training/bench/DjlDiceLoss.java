package org.roentgen.training.bench;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.training.loss.Loss;

/** Cross-entropy and Dice of the foreground classes, as a segmentation of ours is trained, in DJL's operators. */
final class DjlDiceLoss extends Loss {
    private static final double SMOOTH = 0.5;
    private static final int CHANNEL_AXIS = 1;

    DjlDiceLoss() {
        super("dice-cross-entropy");
    }

    @Override
    public NDArray evaluate(NDList labels, NDList predictions) {
        NDArray classes = labels.singletonOrThrow();
        NDArray logs = predictions.singletonOrThrow().logSoftmax(CHANNEL_AXIS);
        NDArray probabilities = logs.exp();
        NDList entropies = new NDList();
        NDList overlaps = new NDList();
        for (int label = 0; label < logs.getShape().get(CHANNEL_AXIS); label++) {
            NDIndex channel = new NDIndex(":, " + label + ":" + (label + 1));
            NDArray reference = classes.eq(label).toType(DataType.FLOAT32, false);
            entropies.add(logs.get(channel).mul(reference).sum());
            if (label > 0) {
                NDArray found = probabilities.get(channel);
                NDArray shared = found.mul(reference).sum();
                NDArray misses = found.sum().add(reference.sum()).div(2).sub(shared);
                NDArray hits = shared.add(SMOOTH);
                overlaps.add(hits.div(hits.add(misses)));
            }
        }
        NDArray entropy = NDArrays.stack(entropies).sum().div(-classes.size());
        return entropy.add(1).sub(NDArrays.stack(overlaps).mean());
    }
}
