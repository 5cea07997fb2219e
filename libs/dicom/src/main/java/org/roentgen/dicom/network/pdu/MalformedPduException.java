package org.roentgen.dicom.network.pdu;

import java.io.Serial;

/** A PDU that breaks PS3.8 section 9.3. */
public final class MalformedPduException extends ProtocolViolationException {
    @Serial
    private static final long serialVersionUID = 1L;

    private MalformedPduException(String message, Abort.Reason abortReason) {
        super(message, abortReason);
    }

    /** A parameter with a value or length that the standard forbids, at {@code offset} bytes after the PDU header. */
    public static MalformedPduException invalid(int offset, String rule) {
        return new MalformedPduException(
                "%s (offset %d of the PDU)".formatted(rule, offset), Abort.Reason.INVALID_PARAMETER);
    }

    /** A length over the limit that this side set. */
    public static MalformedPduException tooLong(PduType type, long length, long limit) {
        return new MalformedPduException(
                "PDU %s of %d bytes is over the limit of %d".formatted(type, length, limit),
                Abort.Reason.INVALID_PARAMETER);
    }

    static MalformedPduException unrecognized(String message) {
        return new MalformedPduException(message, Abort.Reason.UNRECOGNIZED_PDU);
    }
}
