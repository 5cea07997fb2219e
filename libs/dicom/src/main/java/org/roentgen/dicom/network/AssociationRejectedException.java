package org.roentgen.dicom.network;

import java.io.IOException;
import java.io.Serial;
import org.roentgen.dicom.network.pdu.AssociateReject;

/** The peer refused the association with A-ASSOCIATE-RJ. */
public final class AssociationRejectedException extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient AssociateReject reject;

    /** Carries the peer's answer. */
    public AssociationRejectedException(AssociateReject reject) {
        super("association rejected (%s): %s"
                .formatted(
                        reject.result() == AssociateReject.Result.PERMANENT ? "permanent" : "transient",
                        reject.reason().meaning()));
        this.reject = reject;
    }

    /** Result, source and reason. */
    public AssociateReject reject() {
        return reject;
    }
}
