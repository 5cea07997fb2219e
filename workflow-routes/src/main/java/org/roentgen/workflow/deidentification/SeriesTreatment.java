package org.roentgen.workflow.deidentification;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.roentgen.dicom.deidentify.Deidentifier;

/** The de-identifier of one series: made once, by whoever needs it first, while others wait. */
final class SeriesTreatment {
    private final FutureTask<Deidentifier> making;

    SeriesTreatment(Callable<Deidentifier> maker) {
        this.making = new FutureTask<>(maker);
    }

    /** Fails for all where making it has failed. */
    Deidentifier deidentifier() throws IOException {
        making.run();
        try {
            return making.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException cause -> throw cause;
                case RuntimeException cause -> throw cause;
                case null, default -> throw new IllegalStateException(e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the series to be looked at", e);
        }
    }
}
