package org.roentgen.domain.error;

/** A failure with a code that the error policy understands. */
public final class RoentgenException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final ErrorCode code;

    public RoentgenException(ErrorCode code, String message) {
        super(message);
        this.code = code;
    }

    public RoentgenException(ErrorCode code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    public ErrorCode code() {
        return code;
    }

    /** The cause as it is stored and shown. */
    public Cause toCause() {
        return new Cause(code, String.valueOf(getMessage()));
    }
}
