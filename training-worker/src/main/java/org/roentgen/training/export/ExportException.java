package org.roentgen.training.export;

import java.io.Serial;

/** Why a package cannot be exported in the wanted form: the message names what is wrong and the fix. */
final class ExportException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    ExportException(String message) {
        super(message);
    }

    ExportException(String message, Throwable cause) {
        super(message, cause);
    }
}
