package org.roentgen.dicom.geometry;

import java.io.Serial;

/** Thrown when attributes do not describe a plane or a volume; the message names the attribute, its value and the rule. */
public final class GeometryException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    public GeometryException(String message) {
        super(message);
    }
}
