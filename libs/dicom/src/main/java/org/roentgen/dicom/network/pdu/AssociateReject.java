package org.roentgen.dicom.network.pdu;

import java.util.Arrays;

/** A-ASSOCIATE-RJ (PS3.8 section 9.3.4, table 9-21). */
public record AssociateReject(Result result, Reason reason) implements Pdu {
    /** Whether the same request may succeed later. */
    public enum Result {
        PERMANENT(1),
        TRANSIENT(2);

        private final int code;

        Result(int code) {
            this.code = code;
        }

        int code() {
            return code;
        }
    }

    /** Which layer refuses, and why. */
    public enum Reason {
        NO_REASON_GIVEN(1, 1, "no reason given"),
        APPLICATION_CONTEXT_NOT_SUPPORTED(1, 2, "application context name not supported"),
        CALLING_AE_TITLE_NOT_RECOGNIZED(1, 3, "calling AE title not recognized"),
        CALLED_AE_TITLE_NOT_RECOGNIZED(1, 7, "called AE title not recognized"),
        PROVIDER_NO_REASON_GIVEN(2, 1, "no reason given by the provider"),
        PROTOCOL_VERSION_NOT_SUPPORTED(2, 2, "protocol version not supported"),
        TEMPORARY_CONGESTION(3, 1, "temporary congestion"),
        LOCAL_LIMIT_EXCEEDED(3, 2, "local limit exceeded");

        private final int source;
        private final int code;
        private final String meaning;

        Reason(int source, int code, String meaning) {
            this.source = source;
            this.code = code;
            this.meaning = meaning;
        }

        /** 1 service user, 2 service provider (ACSE), 3 service provider (presentation). */
        public int source() {
            return source;
        }

        /** The reason's code within its source. */
        public int code() {
            return code;
        }

        /** The standard's words for it. */
        public String meaning() {
            return meaning;
        }

        static Reason of(int source, int code) {
            return Arrays.stream(values())
                    .filter(reason -> reason.source == source && reason.code == code)
                    .findFirst()
                    .orElse(source == 1 ? NO_REASON_GIVEN : PROVIDER_NO_REASON_GIVEN);
        }
    }

    /** A rejection that stays: the peer must be configured differently. */
    public static AssociateReject permanent(Reason reason) {
        return new AssociateReject(Result.PERMANENT, reason);
    }

    /** A rejection that may pass: the peer may try again later. */
    public static AssociateReject transientFor(Reason reason) {
        return new AssociateReject(Result.TRANSIENT, reason);
    }

    @Override
    public PduType type() {
        return PduType.ASSOCIATE_REJECT;
    }
}
