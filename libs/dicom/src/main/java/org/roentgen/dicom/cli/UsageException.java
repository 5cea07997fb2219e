package org.roentgen.dicom.cli;

import java.io.Serial;

/** Arguments that a command does not take; the message says which and what it takes instead. */
public final class UsageException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    public UsageException(String message) {
        super(message);
    }
}
