package org.roentgen.dicom.network.pdu;

import java.util.Arrays;

/** A-ABORT (PS3.8 section 9.3.8). */
public record Abort(Source source, Reason reason) implements Pdu {
    /** Who aborts. */
    public enum Source {
        SERVICE_USER(0),
        RESERVED(1),
        SERVICE_PROVIDER(2);

        private final int code;

        Source(int code) {
            this.code = code;
        }

        int code() {
            return code;
        }

        static Source of(int code) {
            return code == 0 ? SERVICE_USER : code == 2 ? SERVICE_PROVIDER : RESERVED;
        }
    }

    /** Why; only significant when the source is the service provider. */
    public enum Reason {
        NOT_SPECIFIED(0),
        UNRECOGNIZED_PDU(1),
        UNEXPECTED_PDU(2),
        UNRECOGNIZED_PARAMETER(4),
        UNEXPECTED_PARAMETER(5),
        INVALID_PARAMETER(6);

        private final int code;

        Reason(int code) {
            this.code = code;
        }

        int code() {
            return code;
        }

        static Reason of(int code) {
            return Arrays.stream(values())
                    .filter(reason -> reason.code == code)
                    .findFirst()
                    .orElse(NOT_SPECIFIED);
        }
    }

    /** The abort that an application asks for. */
    public static Abort byUser() {
        return new Abort(Source.SERVICE_USER, Reason.NOT_SPECIFIED);
    }

    /** The abort that the upper layer sends when the peer breaks the protocol. */
    public static Abort byProvider(Reason reason) {
        return new Abort(Source.SERVICE_PROVIDER, reason);
    }

    @Override
    public PduType type() {
        return PduType.ABORT;
    }
}
