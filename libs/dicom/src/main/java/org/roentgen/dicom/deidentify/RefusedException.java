package org.roentgen.dicom.deidentify;

import java.io.IOException;
import java.io.Serial;

/** An instance that cannot be de-identified safely. It stays in the identified zone; the message names no value. */
public sealed class RefusedException extends IOException permits DoubtfulPixelsException {
    @Serial
    private static final long serialVersionUID = 1L;

    public RefusedException(String message) {
        super(message);
    }
}
