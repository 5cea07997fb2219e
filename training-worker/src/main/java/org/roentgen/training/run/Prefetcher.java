package org.roentgen.training.run;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.roentgen.training.engine.Batch;
import org.roentgen.training.task.LearningTask;

/** Prepares the next batch while the engine works on the one before. */
final class Prefetcher implements AutoCloseable {
    private final ExecutorService executor = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("batches").factory());
    private final LearningTask task;
    private final int epoch;
    private Future<Batch> next;
    private int step;

    Prefetcher(LearningTask task, int epoch) {
        this.task = task;
        this.epoch = epoch;
        this.next = executor.submit(() -> task.batch(epoch, 0));
    }

    /** The batch of the next step, in order. */
    Batch take() throws InterruptedException {
        try {
            Batch batch = next.get();
            int following = ++step;
            next = executor.submit(() -> task.batch(epoch, following));
            return batch;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new CancellationException(e.toString());
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
