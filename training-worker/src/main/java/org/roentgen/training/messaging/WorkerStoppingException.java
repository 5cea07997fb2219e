package org.roentgen.training.messaging;

/** The worker shuts down in the middle of a job: the broker delivers the job again, and it goes on from its checkpoint. */
final class WorkerStoppingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WorkerStoppingException() {
        super("The worker is shutting down; the job goes on from its last checkpoint");
    }
}
