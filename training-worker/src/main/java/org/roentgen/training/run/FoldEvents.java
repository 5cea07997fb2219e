package org.roentgen.training.run;

import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import org.roentgen.domain.event.EpochFinished;
import org.roentgen.domain.event.JobEvent;
import org.roentgen.domain.job.TrainJob;

/** Reports the epochs of one fold as those of the whole run, which follow each other. */
final class FoldEvents implements EpochLoop.Listener {
    private final TrainJob job;
    private final int fold;
    private final int folds;
    private final Consumer<JobEvent> events;
    private final long started = System.nanoTime();

    /** @param fold from 0 */
    FoldEvents(TrainJob job, int fold, int folds, Consumer<JobEvent> events) {
        this.job = job;
        this.fold = fold;
        this.folds = folds;
        this.events = events;
    }

    @Override
    public void finished(int epoch, int epochs, Map<String, Double> metrics, double secondsLeft) {
        double wholeFold = (System.nanoTime() - started) / 1e9 + secondsLeft;
        events.accept(new EpochFinished(
                job.jobId(),
                Instant.now(),
                fold * epochs + epoch,
                folds * epochs,
                metrics,
                secondsLeft + (folds - 1 - fold) * wholeFold));
    }
}
