package org.roentgen.dicom.network.pdu;

import java.io.IOException;
import java.io.Serial;

/** The peer broke PS3.7 or PS3.8; carries the reason for the A-ABORT that answers it. */
public class ProtocolViolationException extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final Abort.Reason abortReason;

    /** A violation answered with an A-ABORT of the given reason. */
    public ProtocolViolationException(String message, Abort.Reason abortReason) {
        super(message);
        this.abortReason = abortReason;
    }

    /** What the A-ABORT to the peer says. */
    public Abort.Reason abortReason() {
        return abortReason;
    }
}
