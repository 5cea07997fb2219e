package org.roentgen.training.engine;

import org.roentgen.network.TensorState;

/** One training in an engine. Used by one thread at a time. */
public interface TrainingSession extends AutoCloseable {
    /** One step of the optimiser; returns the loss of the batch before the update. */
    float step(Batch batch, float learningRate);

    /** Loss and scores in evaluation mode. */
    Evaluated evaluate(Batch batch);

    /**
     * Scores in evaluation mode, row-major.
     *
     * @param shape of the images: samples x channels x spatial axes, which a fully convolutional network may get in any size
     */
    float[] predict(float[] images, long[] shape);

    /** A copy of all tensors, from which a session goes on exactly as this one would. */
    TensorState state();

    @Override
    void close();

    /** Loss of a batch, and the scores row-major. */
    @SuppressWarnings("ArrayRecordComponent")
    record Evaluated(float loss, float[] scores) {}
}
