package org.roentgen.dicom.network.service;

import java.io.IOException;
import java.io.Serial;
import org.roentgen.dicom.network.dimse.DimseStatus;

/** Ends an operation with a failure status. */
public final class DimseException extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient DimseStatus status;

    /** The status goes to the peer, with its comment. */
    public DimseException(DimseStatus status) {
        super("operation failed with status " + status);
        this.status = status;
    }

    /** What the peer is told, or has told. */
    public DimseStatus status() {
        return status;
    }
}
