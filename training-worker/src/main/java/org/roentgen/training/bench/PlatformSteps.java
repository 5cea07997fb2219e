package org.roentgen.training.bench;

import org.roentgen.network.TrainingProgram;
import org.roentgen.training.engine.TrainingBackend;
import org.roentgen.training.engine.TrainingSession;
import org.roentgen.training.run.StepLoop;

/** The platform's own epochs: batches drawn, augmented and fed beside the engine, with schedule and checks. */
final class PlatformSteps implements Stepper {
    private final BenchCase bench;
    private final StepLoop loop;
    private final TrainingSession session;
    private int epoch;

    PlatformSteps(BenchCase bench, TrainingBackend backend) {
        TrainingProgram program = bench.plan().program();
        this.bench = bench;
        this.loop = new StepLoop(bench.plan(), bench.task());
        this.session = backend.open(program, program.initialState(1));
    }

    @Override
    public int advance() throws Exception {
        loop.run(session, epoch++, () -> false);
        return bench.plan().stepsPerEpoch();
    }

    @Override
    public void close() {
        session.close();
    }
}
