package org.roentgen.training.run;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.roentgen.training.plan.MemoryEstimate;
import org.roentgen.training.plan.MemoryLimit;

/**
 * The memory of a worker between the trainings that run at once. What is free is measured while none runs: one that has just begun has
 * not filled its share yet.
 */
final class MemoryShares {
    private static final long LOOK_AGAIN_MILLISECONDS = 500;

    private final Supplier<MemoryLimit> free;
    private final List<MemoryEstimate> taken = new ArrayList<>();
    private MemoryLimit whole;

    /** @param free what is free now */
    MemoryShares(Supplier<MemoryLimit> free) {
        this.free = free;
        this.whole = free.get();
    }

    /** The memory of one training, until it is closed. */
    final class Share implements AutoCloseable {
        private final MemoryEstimate estimate;

        private Share(MemoryEstimate estimate) {
            this.estimate = estimate;
        }

        @Override
        public void close() {
            giveBack(estimate);
        }
    }

    /**
     * Takes the memory of a training; where it does not fit beside those that run, waits until it does.
     *
     * @param waiting called once where it has to wait
     * @throws org.roentgen.domain.error.RoentgenException INVALID_TRAINING_SPEC where it would not even fit alone
     */
    synchronized Share take(MemoryEstimate estimate, Cancellation cancellation, Runnable waiting)
            throws InterruptedException, CancelledException {
        boolean told = false;
        while (!fits(estimate)) {
            cancellation.check();
            if (!told) {
                waiting.run();
                told = true;
            }
            wait(LOOK_AGAIN_MILLISECONDS);
        }
        taken.add(estimate);
        return new Share(estimate);
    }

    private boolean fits(MemoryEstimate estimate) {
        if (taken.isEmpty()) {
            whole = free.get();
        }
        whole.check(estimate);
        MemoryLimit left = whole;
        for (MemoryEstimate other : taken) {
            left = left.without(other);
        }
        return left.holds(estimate);
    }

    private synchronized void giveBack(MemoryEstimate estimate) {
        taken.remove(estimate);
        notifyAll();
    }
}
