package org.roentgen.dicom.json;

import java.io.IOException;
import java.io.Serial;

/** Text that is not JSON, or JSON that is not of the DICOM model. The message names place and rule, never a value. */
public final class MalformedJsonException extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    public MalformedJsonException(String message) {
        super(message);
    }
}
