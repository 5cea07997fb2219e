package org.roentgen.training.run;

/** Whether a job was asked to stop; asked between steps. */
@FunctionalInterface
public interface Cancellation {
    boolean isRequested();

    /** @throws CancelledException when the job was asked to stop */
    default void check() throws CancelledException {
        if (isRequested()) {
            throw new CancelledException();
        }
    }
}
