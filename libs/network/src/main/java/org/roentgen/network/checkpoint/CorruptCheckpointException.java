package org.roentgen.network.checkpoint;

import java.io.IOException;

/** Bytes that are not a whole, unchanged checkpoint. */
public final class CorruptCheckpointException extends IOException {
    private static final long serialVersionUID = 1L;

    public CorruptCheckpointException(String message) {
        super(message);
    }

    public CorruptCheckpointException(String message, Throwable cause) {
        super(message, cause);
    }
}
