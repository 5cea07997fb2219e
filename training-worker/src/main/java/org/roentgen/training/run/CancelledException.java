package org.roentgen.training.run;

/** The job was asked to stop, and stopped between two steps. */
public final class CancelledException extends Exception {
    private static final long serialVersionUID = 1L;

    CancelledException() {
        super("The training was cancelled");
    }
}
