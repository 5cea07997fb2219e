package org.roentgen.inference.predict;

import java.io.Serial;

/** Why nothing can be predicted: the message names what is wrong and the fix. */
final class PredictException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    PredictException(String message) {
        super(message);
    }

    PredictException(String message, Throwable cause) {
        super(message, cause);
    }
}
