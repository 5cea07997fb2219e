package org.roentgen.dicom.object;

import java.io.Serial;

/** Thrown for an object that is not what it should be; the message names the attribute, its value and the rule. */
public final class ObjectFormatException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    public ObjectFormatException(String message) {
        super(message);
    }
}
