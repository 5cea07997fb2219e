package org.roentgen.dicom.network;

import java.io.IOException;
import java.io.Serial;
import org.roentgen.dicom.network.pdu.Abort;

/** The association ended with A-ABORT. */
public final class AssociationAbortedException extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** The peer aborted. */
    public AssociationAbortedException(Abort abort) {
        super("association aborted by the peer's %s: %s".formatted(abort.source(), abort.reason()));
    }

    /** This side aborted or closed. */
    public AssociationAbortedException(String reason) {
        super("association aborted: " + reason);
    }
}
