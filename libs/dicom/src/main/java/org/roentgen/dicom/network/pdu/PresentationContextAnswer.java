package org.roentgen.dicom.network.pdu;

/**
 * What the acceptor says to one proposed context (PS3.8 section 9.3.3.2).
 *
 * @param id id of the proposal
 * @param result acceptance or the reason for the rejection
 * @param transferSyntax the chosen UID; without significance unless accepted
 */
public record PresentationContextAnswer(int id, Result result, String transferSyntax) {
    /** Table 9-18. */
    public enum Result {
        ACCEPTANCE,
        USER_REJECTION,
        NO_REASON,
        ABSTRACT_SYNTAX_NOT_SUPPORTED,
        TRANSFER_SYNTAXES_NOT_SUPPORTED;

        private static final Result[] BY_CODE = values();

        static Result of(int code) {
            return code < BY_CODE.length ? BY_CODE[code] : NO_REASON;
        }

        int code() {
            return ordinal();
        }
    }

    /** Whether messages may be sent in this context. */
    public boolean accepted() {
        return result == Result.ACCEPTANCE;
    }
}
