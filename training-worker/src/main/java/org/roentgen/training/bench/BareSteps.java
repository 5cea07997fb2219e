package org.roentgen.training.bench;

import java.util.ArrayList;
import java.util.List;
import org.roentgen.network.TrainingProgram;
import org.roentgen.training.engine.Batch;
import org.roentgen.training.engine.TrainingBackend;
import org.roentgen.training.engine.TrainingSession;

/** Nothing but {@code train_step} on batches that were made before. */
final class BareSteps implements Stepper {
    private static final int BATCHES = 4;

    private final List<Batch> batches = new ArrayList<>();
    private final TrainingSession session;
    private int next;

    BareSteps(BenchCase bench, TrainingProgram program, TrainingBackend backend) {
        for (int step = 0; step < BATCHES; step++) {
            batches.add(bench.task().batch(0, step));
        }
        session = backend.open(program, program.initialState(1));
    }

    @Override
    public int advance() {
        session.step(batches.get(next++ % BATCHES), 1e-4f);
        return 1;
    }

    @Override
    public void close() {
        session.close();
    }
}
