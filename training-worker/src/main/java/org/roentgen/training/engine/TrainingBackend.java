package org.roentgen.training.engine;

import org.roentgen.network.TensorState;
import org.roentgen.network.TrainingProgram;

/** An engine that can train a network description. */
public interface TrainingBackend {
    /** Starts or, with the state of a checkpoint, goes on with a training. The caller closes the session. */
    TrainingSession open(TrainingProgram program, TensorState state);

    /** Where sessions run, and why there. */
    ComputeDevice device();
}
